using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Storage.Backups;

namespace ForexE2E.Host.Failures;

/// <summary>What a caught exception means to the user: an exit code and one message.</summary>
internal sealed record Failure(ExitCode Code, string Message)
{
    /// <summary>Translates an exception; what is not foreseen is a defect and says so.</summary>
    public static Failure Of(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions.Count: 1 } one => Of(one.InnerExceptions[0]),
        CommandException command => new(command.Code, command.Message),
        MarketDataException data => new(ExitCode.BadData, data.Message),
        RunStoreException store => new(ExitCode.Database, store.Message),
        BackupException backup => new(ExitCode.Database, backup.Message),
        ParameterException parameter => new(ExitCode.WrongUsage, parameter.Message),
        OperationCanceledException => new(ExitCode.Interrupted, "Interrupted."),
        IOException or UnauthorizedAccessException => new(ExitCode.BadData, exception.Message),
        _ => new(ExitCode.Defect, $"Unexpected {exception.GetType().Name}: {exception.Message} Run again with --verbose for the full trace and please report it."),
    };

    /// <summary>Runs a step whose argument errors are the user's: they become a message with the given exit code.</summary>
    /// <exception cref="CommandException">The step refused its arguments.</exception>
    public static T Refused<T>(ExitCode code, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new CommandException(code, WithoutParameterName(e), e);
        }
    }

    /// <summary>The message without the "(Parameter 'x')" and "Actual value was y." that .NET appends.</summary>
    public static string WithoutParameterName(Exception exception)
    {
        string message = exception.Message.ReplaceLineEndings(" ");
        int suffix = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        string words = suffix < 0 ? message : message[..suffix];
        return exception is ArgumentOutOfRangeException { ActualValue: { } value, ParamName: { } name }
            ? FormattableString.Invariant($"{name}: {words} It was {value}.")
            : words;
    }
}
