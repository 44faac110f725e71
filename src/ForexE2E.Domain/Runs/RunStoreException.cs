namespace ForexE2E.Domain.Runs;

/// <summary>The store could not be read or written; the message names the database and the remedy.</summary>
public sealed class RunStoreException : Exception
{
    public RunStoreException(string message)
        : base(message)
    {
    }

    public RunStoreException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public RunStoreException()
    {
    }
}
