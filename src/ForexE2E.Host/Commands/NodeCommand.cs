using System.CommandLine;
using Akka.Configuration;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Cluster.Embedded;
using ForexE2E.Cluster.Nodes;
using ForexE2E.Host.Composition;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Health;
using ForexE2E.Host.Options;
using ForexE2E.Host.Telemetry;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.MarketData;
using ForexE2E.Storage.Runs;
using Serilog;
using Serilog.Extensions.Logging;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e node: one node of a cluster, until it is asked to leave.</summary>
internal sealed class NodeCommand : Verb
{
    private readonly NodeOptions _node = new();
    private readonly ClusterOptions _cluster = new();
    private readonly DatabaseOptions _database = new();

    public NodeCommand()
        : base("node", "Runs one node of a cluster: a coordinator (with PostgreSQL) or a worker, until Ctrl+C or SIGTERM.")
    {
        With(_node, _cluster, _database);
        Examples.Add(("A coordinator", "forexe2e node --role coordinator --port 4053 --seed-nodes 127.0.0.1:4053 --database \"postgres:Host=localhost;Database=forexe2e;Username=forexe2e\""));
        Examples.Add(("A worker for it", "forexe2e node --role worker --port 4054 --seed-nodes 127.0.0.1:4053"));
        Examples.Add(("One that can be watched", "forexe2e node --role worker --port 4054 --seed-nodes 127.0.0.1:4053 --health-port 8080 --otlp-endpoint http://localhost:4317 --log-format json"));
    }

    /// <summary>A node has nobody who watches a progress bar: its log always goes to standard error.</summary>
    public override bool LogsToError => true;

    public override LogFormat FormatOfLog(ParseResult parsed) => _node.FormatOfLog(parsed);

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        NodeRole role = _node.RoleOf(parsed);
        (string Host, int Port)? health = _node.Health(parsed);
        Config hocon = _node.Read(parsed).WithFallback(_cluster.Read(parsed));
        NodeSettings settings = NodeSettings.Create(hocon.WithFallback(Hocon.Defaults()));
        string name = FormattableString.Invariant($"{settings.Hostname}:{settings.Port}");
        ILogger log = logger.ForContext("Node", name).ForContext("Role", role);
        using MarketDataFiles files = new();
        using SerilogLoggerFactory logs = new(log);
        NodeParts parts = new(role, files, new BacktestFactory(), terminal.Clock, hocon, ProgramVersion.Text) { Logs = logs };
        // Before the node, which tells what it is and its zeros when it starts.
        using Exports exports = Exports.Start(new ExportSettings(role.ToString().ToLowerInvariant(), name, _node.CollectorOf(parsed), health is not null));
        await using NodeServer? server = health is { } place ? await NodeServer.Start(place.Host, place.Port, exports, log) : null;
        if (role == NodeRole.Worker)
        {
            return await Serve(parts, server, terminal, log);
        }

        DatabaseAddress address = _database.Read(parsed);
        parts = parts with { Journal = ServerAddress.JournalOf(address) };
        CancellationToken requested = terminal.Interruption.Requested;
        await using SqlRunStore store = await PatientOpening.Of(() => RunStores.OpenMigrated(address, terminal.Clock, requested), settings.UpWithin, terminal.Clock, log, requested);
        await using DatabaseGauge size = DatabaseGauge.Start(c => DatabaseSize.BytesOf(address, c), terminal.Clock);
        return await Serve(parts with { Store = store }, server, terminal, log);
    }

    private static async Task<ExitCode> Serve(NodeParts parts, NodeServer? server, Terminal terminal, ILogger logger)
    {
        CancellationToken requested = terminal.Interruption.Requested;
        ClusterNode node = await ClusterNode.Start(parts, requested);
        if (server is not null)
        {
            server.Health = node.Health;
        }

        logger.Information("Node {Role} listens on {Host}:{Port} and joins {Seeds}", parts.Role, node.Settings.Hostname, node.Settings.Port, string.Join(", ", node.Settings.SeedNodes));
        await Task.WhenAny(node.Ended, Task.Delay(Timeout.Infinite, requested));
        if (requested.IsCancellationRequested && !node.Ended.IsCompleted)
        {
            logger.Information("Asked to end: handing work back and leaving");
            await Task.WhenAny(node.Leave(), Task.Delay(node.Settings.DrainWithin * 2, CancellationToken.None));
            return ExitCode.Success;
        }

        NodeEnd end = await node.Ended;
        return end.Asked
            ? ExitCode.Success
            : throw new CommandException(ExitCode.NodeLost, $"The node ends: {end.Reason}. Start it again.");
    }
}
