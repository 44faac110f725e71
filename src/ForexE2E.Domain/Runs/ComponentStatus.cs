namespace ForexE2E.Domain.Runs;

/// <summary>Whether a component takes part in a run, and if not, why.</summary>
/// <param name="Active">Whether it influences trades.</param>
/// <param name="Reason">Why it does not, such as "component not built" or "no volume in the bars"; empty when active.</param>
public sealed record ComponentStatus(Component Component, bool Active, string Reason);
