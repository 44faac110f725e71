namespace ForexE2E.Domain.Models;

/// <summary>A model that cannot be used, or that failed while computing; the message names the file or folder and the remedy.</summary>
public sealed class ModelException : Exception
{
    public ModelException(string message)
        : base(message)
    {
    }

    public ModelException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public ModelException()
    {
    }
}
