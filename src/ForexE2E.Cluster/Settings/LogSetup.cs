using Akka.Hosting;
using Microsoft.Extensions.Logging;

namespace ForexE2E.Cluster.Settings;

/// <summary>Sends the actor system's log to the program's, or nowhere; never to the console.</summary>
internal static class LogSetup
{
    public static AkkaConfigurationBuilder AddLogs(this AkkaConfigurationBuilder builder, ILoggerFactory? logs, Akka.Event.LogLevel level) => builder.ConfigureLoggers(setup =>
    {
        setup.ClearLoggers();
        setup.LogLevel = logs is null ? Akka.Event.LogLevel.ErrorLevel : level;
        if (logs is not null)
        {
            setup.AddLoggerFactory(logs);
        }
    });
}
