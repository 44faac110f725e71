using ForexE2E.Domain.Objectives;

namespace ForexE2E.Host.Json;

/// <summary>A metric that is optimised.</summary>
/// <param name="Direction">minimize or maximize; the metric keeps its natural sign.</param>
internal sealed record ObjectiveDocument(string Metric, string Direction, double Weight, double Scale, double? Cap)
{
    public static IReadOnlyList<ObjectiveDocument> Of(ObjectiveSet objectives) =>
        [.. objectives.All.Select(o => new ObjectiveDocument(Words.Of(o.Metric), Words.Of(o.Direction), o.Weight, o.Scale, o.Cap))];
}
