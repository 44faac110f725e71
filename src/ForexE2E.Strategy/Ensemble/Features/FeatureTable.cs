using System.Collections.Immutable;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Ensemble.Features;

/// <summary>
/// Features of a market in columns of floats, one row a bar, each from bars up to and including its own. Values are clipped
/// to ±8 and rounded to 1e-6, so that last bits of exp, log or sin on another processor do not reach a decision. Immutable.
/// </summary>
internal sealed class FeatureTable
{
    /// <summary>Rows before this many bars of the series are undefined: the longest lookback is not filled yet.</summary>
    public const int WarmUpBars = 300;
    private const double Clip = 8;
    private const double Grid = 1e6;
    private readonly float[][] _columns;

    private FeatureTable(int first, ImmutableArray<string> names, float[][] columns)
    {
        First = first;
        Names = names;
        _columns = columns;
    }

    /// <summary>Bar of the first row.</summary>
    public int First { get; }

    public ImmutableArray<string> Names { get; }

    public int Width => _columns.Length;

    /// <summary>Bar of the first row whose values are all defined.</summary>
    public int FirstDefined => Math.Max(First, WarmUpBars);

    /// <summary>Computes all groups over a series, keeping the rows from bar <paramref name="first"/> on.</summary>
    public static FeatureTable Build(BarSeries bars, IReadOnlyList<IFeatureGroup> groups, int first)
    {
        ImmutableArray<string> names = [.. groups.SelectMany(g => g.Names)];
        float[][] columns = [.. names.Select(_ => new float[Math.Max(0, bars.Count - first)])];
        double[] values = new double[names.Length];
        BarWalk walk = new(bars);
        while (walk.Bar + 1 < bars.Count)
        {
            walk.Next();
            int at = 0;
            foreach (IFeatureGroup group in groups)
            {
                group.Compute(walk, values.AsSpan(at, group.Names.Count));
                at += group.Names.Count;
            }

            for (int c = 0; c < columns.Length && walk.Bar >= first; c++)
            {
                columns[c][walk.Bar - first] = Round(values[c]);
            }
        }

        return new FeatureTable(first, names, columns);
    }

    public float this[int bar, int column] => _columns[column][bar - First];

    /// <summary>Copies the row of a bar.</summary>
    public void Read(int bar, Span<float> row)
    {
        int at = bar - First;
        for (int c = 0; c < _columns.Length; c++)
        {
            row[c] = _columns[c][at];
        }
    }

    private static float Round(double value) => (float)(Math.Round(Math.Clamp(value, -Clip, Clip) * Grid) / Grid);
}
