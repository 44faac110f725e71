namespace ForexE2E.Strategy.Decisions;

/// <summary>
/// A rule that trades: asked at every bar's close, in order, and at every fill. Implemented by structs, so that the
/// simulator's loop is compiled for each rule. A rule may look at bars up to the one it is asked about, never beyond.
/// </summary>
public interface ITradingRule
{
    /// <summary>Decides at the close of <paramref name="bar"/>.</summary>
    Decision AtClose(int bar, in PositionView position, in AccountView account);

    /// <summary>Plans size, stop and target when a signal fills.</summary>
    EntryPlan AtEntry(in EntryContext context);
}
