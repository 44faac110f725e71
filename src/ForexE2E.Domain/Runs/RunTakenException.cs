namespace ForexE2E.Domain.Runs;

/// <summary>A write was refused because another has taken the run since: whoever is told so must let go of it.</summary>
public sealed class RunTakenException : Exception
{
    public RunTakenException(string message)
        : base(message)
    {
    }

    public RunTakenException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public RunTakenException()
    {
    }
}
