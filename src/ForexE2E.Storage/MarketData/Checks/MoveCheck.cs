using ForexE2E.Domain.Markets;

namespace ForexE2E.Storage.MarketData.Checks;

/// <summary>
/// Finds moves that are out of all proportion: log returns of adjacent bars are measured in robust deviations (1.4826 times the
/// median absolute deviation from the median, Hampel 1974), which a few bad quotes cannot stretch.
/// </summary>
internal sealed class MoveCheck
{
    private const double NormalConsistency = 1.4826;

    // Currencies make moves of 30 and 40 robust deviations when news come; real ones stay, bad quotes return.
    private const double OutlierDeviations = 40;
    private const double SpikeDeviations = 50;

    /// <summary>Indices of bars whose close lies far from the close before.</summary>
    public List<int> Outliers { get; } = [];

    /// <summary>Indices of bars with a high or low far from all of their neighbours' and their own open and close.</summary>
    public List<int> Spikes { get; } = [];

    /// <summary>Size of the largest move, as a fraction.</summary>
    public double Largest { get; private set; }

    public static MoveCheck Of(BarColumns bars, int minutes)
    {
        var check = new MoveCheck();
        double[] moves = Moves(bars, minutes, out int[] places);
        if (moves.Length < 30)
        {
            return check;
        }

        double middle = MedianOf(moves);
        double deviation = NormalConsistency * MedianOf([.. moves.Select(m => Math.Abs(m - middle))]);
        // In very quiet files more than half of the moves are zero; then one point is the least deviation.
        deviation = Math.Max(deviation, 1.0 / bars.Close[0]);
        for (int k = 0; k < moves.Length; k++)
        {
            check.Largest = Math.Max(check.Largest, Math.Abs(moves[k]));
            if (Math.Abs(moves[k] - middle) > OutlierDeviations * deviation)
            {
                check.Outliers.Add(places[k]);
            }
        }

        check.FindSpikes(bars, SpikeDeviations * deviation);
        return check;
    }

    private void FindSpikes(BarColumns bars, double threshold)
    {
        for (int i = 1; i + 1 < bars.Close.Length; i++)
        {
            int top = Math.Max(Math.Max(bars.Open[i], bars.Close[i]), Math.Max(bars.High[i - 1], bars.High[i + 1]));
            int bottom = Math.Min(Math.Min(bars.Open[i], bars.Close[i]), Math.Min(bars.Low[i - 1], bars.Low[i + 1]));
            if (bars.High[i] > top * (1 + threshold) || bars.Low[i] < bottom * (1 - threshold))
            {
                Spikes.Add(i);
            }
        }
    }

    private static double[] Moves(BarColumns bars, int minutes, out int[] places)
    {
        List<double> moves = new(bars.Close.Length);
        List<int> at = new(bars.Close.Length);
        for (int i = 1; i < bars.Close.Length; i++)
        {
            if (bars.StartMinutes[i] - bars.StartMinutes[i - 1] == minutes)
            {
                moves.Add(Math.Log((double)bars.Close[i] / bars.Close[i - 1]));
                at.Add(i);
            }
        }

        places = [.. at];
        return [.. moves];
    }

    private static double MedianOf(double[] values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }
}
