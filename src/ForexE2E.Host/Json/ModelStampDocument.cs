using ForexE2E.Domain.Models;

namespace ForexE2E.Host.Json;

/// <summary>A learned model as a run's record names it: the folder may have changed since, the hash tells.</summary>
/// <param name="Sha256">Of all that decides what it computes.</param>
/// <param name="TrainedUntil">UTC, exclusive.</param>
internal sealed record ModelStampDocument(string Name, string Version, string Kind, string Sha256, DateTime TrainedUntil)
{
    public static ModelStampDocument Of(ModelStamp stamp) =>
        new(stamp.Name, stamp.Version, stamp.Kind.ToString().ToLowerInvariant(), stamp.Sha256, stamp.TrainedUntil);
}
