using System.CommandLine;
using ForexE2E.Cluster.Control;
using ForexE2E.Host.Composition;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using Serilog;
using Spectre.Console;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e cluster status: the nodes of a running cluster and its queue.</summary>
internal sealed class ClusterStatusCommand : Verb
{
    private readonly ClusterOptions _cluster = new();

    public ClusterStatusCommand()
        : base("status", "Shows the nodes of a running cluster, as a coordinator sees them, and what waits in its queue.")
    {
        With(_cluster);
        Examples.Add(("A cluster on this machine", "forexe2e cluster status --seed-nodes 127.0.0.1:4053"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        ControlProtocol.ClusterStatus status = await ClusterDoors.Use(_cluster, parsed, terminal, logger, door => door.Status(terminal.Interruption.Requested));
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, ClusterDocument.Of(status), Documents.Default.ClusterDocument);
        }
        else
        {
            Show(terminal, status);
        }

        return ExitCode.Success;
    }

    private static void Show(Terminal terminal, ControlProtocol.ClusterStatus status)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("Node", "Roles", "State", "Reachable");
        foreach (ControlProtocol.NodeStatus node in status.Nodes)
        {
            table.AddRow(Markup.Escape(node.Address), string.Join(", ", node.Roles), node.State, node.Reachable ? "yes" : "no");
        }

        terminal.Results.Write(table);
        terminal.Output.WriteLine(status.Queue is { } queue
            ? FormattableString.Invariant($"Queue: {queue.Waiting} waiting, of {queue.Runs} runs; {queue.FreeSlots} free slots.")
            : "The queue did not answer; it may be moving. Ask again in a moment.");
    }
}
