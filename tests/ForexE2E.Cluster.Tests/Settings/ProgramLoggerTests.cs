using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Event;
using Akka.Hosting;
using ForexE2E.Cluster.Settings;
using ForexE2E.Cluster.Tests.Embedded;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Level = Microsoft.Extensions.Logging.LogLevel;

namespace ForexE2E.Cluster.Tests.Settings;

public sealed class ProgramLoggerTests
{
    [Fact]
    public async Task Names_in_a_message_become_properties_and_numbers_keep_their_places()
    {
        using Entries entries = new();
        using IHost host = new HostBuilder()
            .ConfigureServices(services => services.AddAkka("logs", builder => builder.AddHocon("akka.log-config-on-start = on", HoconAddMode.Prepend).AddLogs(entries, Akka.Event.LogLevel.InfoLevel)))
            .Build();
        await host.StartAsync(Bench.Patience);
        ActorSystem system = host.Services.GetRequiredService<ActorSystem>();
        system.Log.Warning("Run {RunId}, attempt {Attempt} failed", "abc", 3);
        system.Log.Info("Welcome of {1} from {0}", "zero", "one");

        (Level level, string text, Dictionary<string, object?> properties) = await entries.Next("Run");
        Assert.Equal((Level.Warning, "Run abc, attempt 3 failed"), (level, text));
        Assert.Equal(("abc", 3, "Run {RunId}, attempt {Attempt} failed"), ((string?)properties["RunId"], (int?)properties["Attempt"], (string?)properties["{OriginalFormat}"]));
        Assert.Equal("Welcome of one from zero", (await entries.Next("Welcome")).Text);
        // The configuration of a node holds the password of its database.
        Assert.False(system.Settings.Config.GetBoolean("akka.log-config-on-start"));
        await host.StopAsync();
    }

    private sealed class Entries : ILoggerFactory, ILogger
    {
        private readonly ConcurrentQueue<(Level Level, string Text, Dictionary<string, object?> Properties)> _entries = new();
        private readonly SemaphoreSlim _count = new(0);

        public async Task<(Level Level, string Text, Dictionary<string, object?> Properties)> Next(string beginning)
        {
            while (true)
            {
                await _count.WaitAsync(Bench.Patience);
                if (_entries.TryDequeue(out var entry) && entry.Text.StartsWith(beginning, StringComparison.Ordinal))
                {
                    return entry;
                }
            }
        }

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose() => _count.Dispose();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(Level logLevel) => true;

        public void Log<TState>(Level logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            _entries.Enqueue((logLevel, formatter(state, exception), new((IEnumerable<KeyValuePair<string, object?>>)state!)));
            _count.Release();
        }
    }
}
