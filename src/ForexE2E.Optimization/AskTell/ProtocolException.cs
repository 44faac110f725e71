namespace ForexE2E.Optimization.AskTell;

/// <summary>A message of the ask-tell protocol that cannot be followed; the text says what was wrong.</summary>
internal sealed class ProtocolException : Exception
{
    public ProtocolException(string message)
        : base(message)
    {
    }

    public ProtocolException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public ProtocolException()
    {
    }
}
