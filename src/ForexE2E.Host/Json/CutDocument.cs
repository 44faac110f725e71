namespace ForexE2E.Host.Json;

/// <summary>A bar after which the future was taken away and changed.</summary>
/// <param name="Bar">Index in the data from its first bar.</param>
/// <param name="Time">Start of that bar, UTC.</param>
internal sealed record CutDocument(int Bar, DateTime Time, string Why);
