using ForexE2E.Domain.Runs;
using ForexE2E.Host.Options;

namespace ForexE2E.Host.Json;

/// <summary>A component of the strategy and whether it influences trades.</summary>
/// <param name="Reason">Why it does not, such as "component not built"; empty when active.</param>
internal sealed record ComponentDocument(string Component, bool Active, string Reason)
{
    public static IReadOnlyList<ComponentDocument> Of(IEnumerable<ComponentStatus> components) =>
        [.. components.Select(c => new ComponentDocument(c.Component.ToName(), c.Active, c.Reason))];
}
