namespace ForexE2E.Domain.Runs;

/// <summary>What trading costs. Defaults are a retail account's; zero costs must be asked for with <see cref="Zero"/>.</summary>
public sealed record CostSettings
{
    /// <summary>Where the spread comes from.</summary>
    public SpreadModel Spread { get; init; } = SpreadModel.Auto;

    /// <summary>Spread in pips of the fixed model, and the day-time level of the hourly model.</summary>
    public double SpreadPips { get; init; } = 1.0;

    /// <summary>Account currency a standard lot (100,000 units) and side.</summary>
    public double CommissionPerLot { get; init; } = 3.0;

    /// <summary>Pips by which each market fill (entry, stop, close) is worse than the quoted price.</summary>
    public double SlippagePips { get; init; } = 0.1;

    /// <summary>Pips a night credited to longs; negative is paid.</summary>
    public double SwapLongPips { get; init; } = -0.7;

    /// <summary>Pips a night credited to shorts; negative is paid.</summary>
    public double SwapShortPips { get; init; } = 0.3;

    /// <summary>No costs at all: only for comparisons, and recorded with the run.</summary>
    public static CostSettings Zero { get; } = new()
    {
        Spread = SpreadModel.Fixed,
        SpreadPips = 0,
        CommissionPerLot = 0,
        SlippagePips = 0,
        SwapLongPips = 0,
        SwapShortPips = 0,
    };

    /// <exception cref="ArgumentException">A cost is not finite, or a spread, commission or slippage is negative.</exception>
    public CostSettings Validated()
    {
        Check(nameof(SpreadPips), SpreadPips, 0);
        Check(nameof(CommissionPerLot), CommissionPerLot, 0);
        Check(nameof(SlippagePips), SlippagePips, 0);
        Check(nameof(SwapLongPips), SwapLongPips, double.MinValue);
        Check(nameof(SwapShortPips), SwapShortPips, double.MinValue);
        return this;
    }

    private static void Check(string name, double value, double least)
    {
        if (!double.IsFinite(value) || value < least)
        {
            throw new ArgumentException(FormattableString.Invariant($"Cost {name} must be a finite number{(least == 0 ? " not below 0" : "")}, was {value}."));
        }
    }
}
