using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Regimes;

/// <summary>
/// The rhythm of the regime model: blocks of an hour's bars (one bar where bars are longer), counted from the first train
/// bar. A month of single 5-minute bars would be twelve times the work and its hidden states mostly the noise of single bars.
/// </summary>
internal sealed class RegimeBlocks
{
    private readonly BarSeries _bars;
    private readonly int _first;
    private DailyRhythm _rhythm = DailyRhythm.Flat;

    /// <param name="first">First bar of the first block.</param>
    public RegimeBlocks(BarSeries bars, int first)
    {
        _bars = bars;
        _first = first;
        Length = Math.Max(1, 60 / bars.Timeframe.Minutes);
    }

    /// <summary>Bars a block.</summary>
    public int Length { get; }

    /// <summary>Blocks that are complete at the close of a bar.</summary>
    public int CompleteAt(int bar) => (bar + 1 - _first) / Length;

    /// <summary>The bar at whose close a block is complete.</summary>
    public int LastBarOf(int block) => _first + ((block + 1) * Length) - 1;

    /// <summary>Learns what the hour of the day does to ranges from the first blocks, and takes it out of all observations from now on.</summary>
    public void LearnRhythm(int blocks)
    {
        int[] starts = [.. Enumerable.Range(0, blocks).Select(StartOf)];
        double[] ranges = [.. Enumerable.Range(0, blocks).Select(b => Observe(b).Volatility)];
        _rhythm = new DailyRhythm(starts, ranges);
    }

    /// <summary>The observation of a complete block as the hour's rhythm leaves it, rounded to 1e-6.</summary>
    public RegimeObservation Observe(int block)
    {
        int from = _first + (block * Length);
        int before = from == 0 ? _bars.Open[0] : _bars.Close[from - 1];
        int last = _bars.Close[from + Length - 1];
        (int high, int low) = (0, int.MaxValue);
        for (int i = from; i < from + Length; i++)
        {
            high = Math.Max(high, _bars.High[i]);
            low = Math.Min(low, _bars.Low[i]);
        }

        double lift = _rhythm.LiftAt(StartOf(block));
        double change = 1e4 * Math.Log((double)last / before) / Math.Exp(lift);
        double range = Math.Log(1e4 * Math.Max(1, high - low) / last) - lift;
        return new RegimeObservation(Round(change), Round(range));
    }

    private int StartOf(int block) => _bars.StartMinutes[_first + (block * Length)];

    private static double Round(double value) => Math.Round(value * 1e6) / 1e6;
}
