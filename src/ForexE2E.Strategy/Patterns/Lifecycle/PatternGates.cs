using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Patterns.Backdrop;

namespace ForexE2E.Strategy.Patterns.Lifecycle;

/// <summary>
/// What must agree before a pattern may act: the regime and how long it has held, the higher timeframe's trend, momentum.
/// Gates look at the bar of the decision, not at the bar of the breakout.
/// </summary>
internal struct PatternGates(PatternSettings settings, PatternBackdrop backdrop)
{
    private Regime _regime = Regime.Global;
    private int _held;

    /// <summary>Takes the regime of the next bar.</summary>
    public void Advance(Regime regime)
    {
        _held = regime == _regime ? _held + 1 : 1;
        _regime = regime;
    }

    /// <summary>Whether a pattern may act at the close of a bar.</summary>
    public readonly bool Admit(int bar, Side direction, bool isReversal) =>
        (!settings.UseTimeframeAlignment || backdrop.HigherTrend(bar) == (int)direction)
        && (!settings.UseMomentumConfirmation || backdrop.Momentum(bar) == (int)direction)
        && (!settings.UseRegimeFilter || FitsRegime(direction, isReversal));

    // Without a regime (Global) there is nothing to fit. In a range breakouts fail; what turns at its edges may trade.
    private readonly bool FitsRegime(Side direction, bool isReversal) => _regime switch
    {
        Regime.Global => true,
        _ when _held < settings.RegimeConfirmationBars => false,
        Regime.TrendingUp => direction == Side.Long,
        Regime.TrendingDown => direction == Side.Short,
        Regime.Ranging => isReversal,
        _ => true,
    };
}
