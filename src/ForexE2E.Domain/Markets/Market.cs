namespace ForexE2E.Domain.Markets;

/// <summary>What is traded and at which rhythm: symbol and timeframe.</summary>
public readonly record struct Market(Symbol Symbol, Timeframe Timeframe)
{
    public override string ToString() => $"{Symbol} {Timeframe}";
}
