using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Strategy;

/// <summary>The strategy under one parameter set, bar by bar.</summary>
public struct EngineRule : ITradingRule
{
    public readonly Decision AtClose(int bar, in PositionView position, in AccountView account) => default;

    public readonly EntryPlan AtEntry(in EntryContext context) => default;
}
