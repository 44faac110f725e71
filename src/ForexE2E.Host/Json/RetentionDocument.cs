using ForexE2E.Storage.Retention;

namespace ForexE2E.Host.Json;

/// <summary>What 'retention apply' prints: the runs archived, or with a dry run those that would be.</summary>
internal sealed record RetentionDocument(string Database, bool DryRun, IReadOnlyList<OldRun> Runs) : Document("retention");
