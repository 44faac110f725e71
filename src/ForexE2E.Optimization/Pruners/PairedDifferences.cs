using System.Collections.Immutable;

namespace ForexE2E.Optimization.Pruners;

/// <summary>Losses of one trial less those of another over the windows both ran, window by window: count, sum and squares of each objective.</summary>
internal sealed class PairedDifferences(int objectives)
{
    private readonly double[] _sums = new double[objectives];
    private readonly double[] _squares = new double[objectives];

    /// <summary>Pairs taken in.</summary>
    public int Count { get; private set; }

    /// <summary>How many of the trial's windows were looked at; the next one is looked at next time.</summary>
    public int Seen { get; set; }

    /// <summary>Takes a window of both in; one that either did not run, or in which an objective is undefined, counts for neither.</summary>
    public void Add(ImmutableArray<double> own, ImmutableArray<double> other)
    {
        if (own.IsDefaultOrEmpty || other.IsDefaultOrEmpty)
        {
            return;
        }

        Count++;
        for (int j = 0; j < objectives; j++)
        {
            double difference = own[j] - other[j];
            _sums[j] += difference;
            _squares[j] += difference * difference;
        }
    }

    /// <summary>Mean difference over all windows: those run as they are, those to come at the mean less some standard errors.</summary>
    /// <param name="windows">Windows of a whole trial.</param>
    public double Optimistic(int objective, int windows, double errors)
    {
        double mean = _sums[objective] / Count;
        double error = Math.Sqrt(Math.Max(0, (_squares[objective] / Count) - (mean * mean)) / (Count - 1));
        double share = (double)Count / windows;
        return (share * mean) + ((1 - share) * (mean - (errors * error)));
    }
}
