using System.Runtime.CompilerServices;
using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Strategy.ReferenceRules;

/// <summary>
/// The first reference rule: turns with the crossing of two means, a volatility stop that does not move, always 100
/// micro-lots. Bars must be asked about in order from the first one given.
/// </summary>
public ref struct S1Rule : ITradingRule
{
    private const int MicroLots = 100;

    private readonly ReadOnlySpan<int> _close;
    private CrossoverSignals _signals;

    /// <param name="first">The first bar that will be asked about.</param>
    public S1Rule(CrossoverColumns columns, CrossoverParameters parameters, int first)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(parameters);
        _close = columns.Bars.Close;
        _signals = new CrossoverSignals(columns, parameters, first);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Decision AtClose(int bar, in PositionView position, in AccountView account) => new() { Signal = _signals.At(bar) };

    public readonly EntryPlan AtEntry(in EntryContext context) => new()
    {
        MicroLots = MicroLots,
        StopPoints = _close[context.SignalBar] - ((int)context.Side * _signals.StopDistance(context.SignalBar)),
        StopReason = ExitReason.AtrStop,
    };
}
