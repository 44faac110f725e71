using System.Collections.Immutable;

namespace ForexE2E.Strategy.Riskfolio;

/// <summary>Returns of several assets, one row a period in order of time, as fractions (0.01 is 1 %). Immutable.</summary>
public sealed class ReturnTable
{
    /// <param name="assets">Names, all different.</param>
    /// <param name="rowMajor">Period after period, one return for each asset.</param>
    /// <exception cref="ArgumentException">No asset, a name twice, fewer than two periods, a row that is not whole, or a return that is no finite number.</exception>
    public ReturnTable(ImmutableArray<string> assets, ReadOnlySpan<double> rowMajor)
    {
        if (assets.Length == 0 || assets.Distinct(StringComparer.Ordinal).Count() != assets.Length)
        {
            throw new ArgumentException("A table of returns needs assets, each named once.", nameof(assets));
        }

        if (rowMajor.Length % assets.Length != 0 || rowMajor.Length < 2 * assets.Length)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"A table of {assets.Length} assets needs at least two whole periods of returns, had {rowMajor.Length} values."), nameof(rowMajor));
        }

        foreach (double value in rowMajor)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException("Returns must be finite numbers.", nameof(rowMajor));
            }
        }

        Assets = assets;
        Matrix = new ReturnMatrix(assets.Length, rowMajor.ToArray());
    }

    /// <summary>Names, in the order of the columns.</summary>
    public ImmutableArray<string> Assets { get; }

    /// <summary>Number of rows.</summary>
    public int Periods => Matrix.Periods;

    internal ReturnMatrix Matrix { get; }
}
