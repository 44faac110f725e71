using System.CommandLine;
using ForexE2E.Cluster.Clients;
using ForexE2E.Cluster.Runs;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Composition;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.MarketData;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e run submit: gives a run to a cluster.</summary>
internal sealed class RunSubmitCommand : Verb
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly DefinitionOptions _definition = new(outOfSample: 0.2);
    private readonly SearchOptions _search = new();
    private readonly LimitOptions _limits = new();
    private readonly ClusterOptions _cluster = new();
    private readonly SubmitOptions _submit = new();

    public RunSubmitCommand()
        : base("submit", "Gives an optimization run to a running cluster. The files it names must be on every node, at the same paths.")
    {
        With(_definition.Market, _definition.Data, _search, _definition.Components, _definition.WalkForward, _definition.Costs, _definition.Account, _limits, _cluster, _submit);
        Examples.Add(("On a generated market", "forexe2e run submit --seed-nodes 127.0.0.1:4053 --trials 50 --wait"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        CancellationToken cancellation = terminal.Interruption.Requested;
        using MarketDataFiles files = new();
        RunDefinition read = _search.Apply(parsed, await _definition.Read(parsed, files, cancellation)) with
        {
            Feasibility = _limits.Read(parsed),
            WarmStart = _search.WarmStart(parsed) is { } earlier ? Failure.Refused<RunId?>(ExitCode.WrongUsage, () => RunId.Parse(earlier)) : null,
        };
        RunDefinition definition = Failure.Refused(ExitCode.WrongUsage, read.Validated);
        RunId id = new(Guid.CreateVersion7(terminal.Clock.GetUtcNow()));
        RunState state = await ClusterDoors.Use(_cluster, parsed, terminal, logger, async door =>
        {
            await door.Submit(id, definition, _submit.Priority(parsed), cancellation);
            terminal.Note($"Run {id} is under way; 'forexe2e run show {id}' shows it.");
            return _submit.Wait(parsed) ? await End(door, id, terminal) : RunState.Running;
        });
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, new RunSubmitDocument(id.ToString(), Words.Of(state)), Documents.Default.RunSubmitDocument);
        }
        else
        {
            terminal.Output.WriteLine(state == RunState.Running ? id.ToString() : $"Run {id} is {Words.Of(state)}.");
        }

        return state is RunState.Failed or RunState.Stopped ? ExitCode.RunFailed : ExitCode.Success;
    }

    private static async Task<RunState> End(ClusterDoor door, RunId id, Terminal terminal)
    {
        int finished = -1;
        while (true)
        {
            RunProtocol.RunStatus status = await door.StatusOf(id, terminal.Interruption.Requested);
            if (status.Finished != finished)
            {
                finished = status.Finished;
                terminal.Note(FormattableString.Invariant($"{finished} of {status.Planned} trials"));
            }

            if (status.State != RunState.Running)
            {
                return status.State;
            }

            await Task.Delay(LookEvery, terminal.Clock, terminal.Interruption.Requested);
        }
    }
}
