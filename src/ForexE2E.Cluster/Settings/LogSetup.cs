using Akka.Hosting;
using Microsoft.Extensions.Logging;

namespace ForexE2E.Cluster.Settings;

/// <summary>Sends the actor system's log to the program's, or nowhere; never to the console.</summary>
internal static class LogSetup
{
    public static AkkaConfigurationBuilder AddLogs(this AkkaConfigurationBuilder builder, ILoggerFactory? logs, Akka.Event.LogLevel level)
    {
        if (logs is not null)
        {
            builder.AddSetup(new ProgramLogger.Destination(logs));
        }

        return builder
            .ConfigureLoggers(setup =>
            {
                setup.ClearLoggers();
                setup.LogLevel = logs is null ? Akka.Event.LogLevel.ErrorLevel : level;
                if (logs is not null)
                {
                    setup.AddLogger<ProgramLogger>();
                }
            })
            // The configuration holds the database's password: no setting may have it printed.
            .AddHocon("akka.log-config-on-start = off", HoconAddMode.Prepend);
    }
}
