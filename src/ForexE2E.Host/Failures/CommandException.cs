namespace ForexE2E.Host.Failures;

/// <summary>Ends a command with an exit code and one message that names the thing and the remedy.</summary>
public sealed class CommandException : Exception
{
    public CommandException(ExitCode code, string message)
        : base(message) => Code = code;

    public CommandException(ExitCode code, string message, Exception inner)
        : base(message, inner) => Code = code;

    public CommandException()
    {
    }

    public CommandException(string message)
        : base(message)
    {
    }

    public CommandException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>How the process ends.</summary>
    public ExitCode Code { get; } = ExitCode.Defect;
}
