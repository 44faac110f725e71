using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Backtesting.Tests.Simulation;

/// <summary>Says what a test wrote down: decisions by bar, and one plan for every entry.</summary>
internal struct ScriptedRule(IReadOnlyDictionary<int, Decision> script, EntryPlan plan) : ITradingRule
{
    public static ScriptedRule Signals(EntryPlan plan, params (int Bar, Side Side)[] signals) =>
        new(signals.ToDictionary(s => s.Bar, s => new Decision { Signal = s.Side }), plan);

    public readonly Decision AtClose(int bar, in PositionView position, in AccountView account) => script.GetValueOrDefault(bar);

    public readonly EntryPlan AtEntry(in EntryContext context) => plan;
}
