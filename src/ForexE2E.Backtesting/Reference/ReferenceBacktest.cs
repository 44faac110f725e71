using ForexE2E.Backtesting.Simulation;
using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.ReferenceRules;

namespace ForexE2E.Backtesting.Reference;

/// <summary>Runs a reference rule over a whole series. Columns that do not depend on the settings are made once; runs may go on several threads at once.</summary>
public sealed class ReferenceBacktest
{
    /// <summary>The reference money: 100,000.00.</summary>
    public const long DefaultStartBalanceCents = 10_000_000;

    private const int EndOfDayMinute = 21 * 60;

    private readonly BarSeries _bars;
    private readonly CrossoverColumns _columns;
    private readonly TradingCalendar _calendar;
    private readonly int[]? _spread;

    public ReferenceBacktest(BarSeries bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        _bars = bars;
        _columns = new CrossoverColumns(bars);
        _calendar = TradingCalendar.FixedUtc(bars, EndOfDayMinute);
        _spread = bars.HasSpread ? bars.Spread.ToArray() : null;
    }

    /// <param name="equity">Receives the equity at each close; empty, or as long as the series.</param>
    /// <exception cref="ArgumentException">The bars are not mid prices with five decimals and, for the second rule, even spreads.</exception>
    public SimulationResult Run(
        ReferenceRule rule, CrossoverParameters parameters, long startBalanceCents = DefaultStartBalanceCents, Span<long> equity = default)
    {
        BarRange all = new(0, _bars.Count);
        return rule == ReferenceRule.S1
            ? TradeSimulator.Run(new S1Rule(_columns, parameters, 0), default(S1Market), _bars, _calendar, all, startBalanceCents, equity)
            : TradeSimulator.Run(new S2Rule(_columns, parameters, 0), new S2Market(RequiredSpread()), _bars, _calendar, all, startBalanceCents, equity);
    }

    private int[] RequiredSpread() => _spread
        ?? throw new ArgumentException("The rule s2 needs a spread for every bar: load bars with a spread column in points or price units, or use s1.");
}
