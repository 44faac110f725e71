namespace ForexE2E.Domain.Models;

/// <summary>Which model took part in a run.</summary>
/// <param name="Sha256">Of all that decides what it computes, hexadecimal.</param>
/// <param name="TrainedUntil">UTC, exclusive.</param>
public sealed record ModelStamp(string Name, string Version, ModelKind Kind, string Sha256, DateTime TrainedUntil);
