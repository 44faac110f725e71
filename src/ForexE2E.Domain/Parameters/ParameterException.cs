namespace ForexE2E.Domain.Parameters;

/// <summary>A parameter that does not exist or a value it cannot take; the message names the parameter and what is allowed.</summary>
public sealed class ParameterException : Exception
{
    public ParameterException(string message)
        : base(message)
    {
    }

    public ParameterException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public ParameterException()
    {
    }
}
