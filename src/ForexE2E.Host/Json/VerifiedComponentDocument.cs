namespace ForexE2E.Host.Json;

/// <summary>One component and how much of it was compared.</summary>
/// <param name="Cuts">Cuts at which it had something to compare.</param>
/// <param name="Compared">Outputs compared bit for bit, both tests together.</param>
internal sealed record VerifiedComponentDocument(string Component, string What, int Cuts, long Compared, bool Leaks);
