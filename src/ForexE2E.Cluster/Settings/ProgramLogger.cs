using System.Collections.Immutable;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Dispatch;
using Akka.Event;
using Microsoft.Extensions.Logging;
using AkkaLevel = Akka.Event.LogLevel;
using Level = Microsoft.Extensions.Logging.LogLevel;

namespace ForexE2E.Cluster.Settings;

/// <summary>
/// Passes the actor system's log on to the program's. Names in a message, such as {RunId}, become properties of the entry. Of
/// Akka's own messages, which number their arguments, the finished text is passed on: Akka.Hosting's logger mixes up those
/// whose numbers do not stand in order.
/// </summary>
internal sealed class ProgramLogger : ReceiveActor, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    private readonly ILogger? _logger = Context.System.Settings.Setup.Get<Destination>().GetOrElse(null!)?.Logs.CreateLogger("Akka");

    public ProgramLogger()
    {
        Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
        Receive<LogEvent>(Pass);
    }

    private void Pass(LogEvent entry)
    {
        Level level = entry.LogLevel() switch
        {
            AkkaLevel.DebugLevel => Level.Debug,
            AkkaLevel.InfoLevel => Level.Information,
            AkkaLevel.WarningLevel => Level.Warning,
            _ => Level.Error,
        };
        string text = entry.Message?.ToString() ?? "";
        _logger?.Log(level, default, PropertiesOf(entry, text), entry.Cause, (_, _) => text);
    }

    private static List<KeyValuePair<string, object?>> PropertiesOf(LogEvent entry, string text)
    {
        ImmutableDictionary<string, object?> named = NamedIn(entry);
        string template = named.IsEmpty
            ? text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)
            : ((LogMessage)entry.Message).Format;
        return [.. named, new("LogSource", entry.LogSource), new("{OriginalFormat}", template)];
    }

    private static ImmutableDictionary<string, object?> NamedIn(LogEvent entry)
    {
        var named = ImmutableDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
        if (entry.Message is LogMessage message)
        {
            foreach ((string name, object? value) in message.PropertyNames.Zip(message.Parameters()))
            {
                if (char.IsDigit(name[0]))
                {
                    return ImmutableDictionary<string, object?>.Empty;
                }

                named[name] = value;
            }
        }

        return named.ToImmutable();
    }

    /// <summary>Where it all goes.</summary>
    internal sealed class Destination(ILoggerFactory logs) : Setup
    {
        public ILoggerFactory Logs { get; } = logs;
    }
}
