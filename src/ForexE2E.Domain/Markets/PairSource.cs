namespace ForexE2E.Domain.Markets;

/// <summary>A bar file of a pair that is not traded but looked at.</summary>
public sealed record PairSource(Symbol Symbol, string File);
