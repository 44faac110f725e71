using System.Runtime.CompilerServices;
using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Strategy.ReferenceRules;

/// <summary>
/// The second reference rule: the signals of the first, 0.25 % of the balance at risk, a target of one and a half stop
/// distances, and an exit after 288 bars. Bars must be asked about in order from the first one given.
/// </summary>
public ref struct S2Rule : ITradingRule
{
    private const int LongestHoldingBars = 288;
    private const int RiskDivisor = 400;
    private const int Leverage = 30;

    private readonly ReadOnlySpan<int> _close;
    private CrossoverSignals _signals;

    /// <param name="first">The first bar that will be asked about.</param>
    public S2Rule(CrossoverColumns columns, CrossoverParameters parameters, int first)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(parameters);
        _close = columns.Bars.Close;
        _signals = new CrossoverSignals(columns, parameters, first);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Decision AtClose(int bar, in PositionView position, in AccountView account)
    {
        bool isOld = position.Side != Side.None && bar - position.EntryBar + 1 >= LongestHoldingBars;
        return new() { Signal = _signals.At(bar), Exit = isOld ? ExitReason.TimeExit : ExitReason.None };
    }

    public readonly EntryPlan AtEntry(in EntryContext context)
    {
        int distance = _signals.StopDistance(context.SignalBar);
        int close = _close[context.SignalBar];
        int side = (int)context.Side;
        long balance = context.Account.BalanceCents;
        long lots = Math.Min(balance / RiskDivisor / distance, balance * Leverage / context.EntryPoints);
        return new()
        {
            MicroLots = (int)Math.Clamp(lots, 0, int.MaxValue),
            StopPoints = close - (side * distance),
            StopReason = ExitReason.AtrStop,
            TargetPoints = (int)(close + (side * (((3L * distance) + 1) / 2))),
        };
    }
}
