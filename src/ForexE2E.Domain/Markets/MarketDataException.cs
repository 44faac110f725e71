namespace ForexE2E.Domain.Markets;

/// <summary>Market data that cannot be used; the message names the file, the line and the remedy.</summary>
public sealed class MarketDataException : Exception
{
    public MarketDataException(string message)
        : base(message)
    {
    }

    public MarketDataException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public MarketDataException()
    {
    }
}
