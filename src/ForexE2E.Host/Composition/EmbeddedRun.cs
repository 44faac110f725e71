using Akka.Configuration;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Cluster.Embedded;
using ForexE2E.Cluster.Runs;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Progress;
using ForexE2E.Host.Terminals;
using ForexE2E.Optimization.Samplers;
using ForexE2E.Optimization.Selection;
using ForexE2E.Optimization.Stopping;
using Serilog;
using Serilog.Extensions.Logging;

namespace ForexE2E.Host.Composition;

/// <summary>Runs an optimization in this process from beginning to end, shows its progress, and stops it when interrupted.</summary>
internal sealed class EmbeddedRun(IRunStore store, IMarketData data, IBacktestFactory backtests, Terminal terminal, ILogger logger)
{
    /// <summary>Begins a new run and waits for its end.</summary>
    /// <exception cref="CommandException">The run was refused.</exception>
    public Task<RunOutcome> Begin(RunId id, RunDefinition definition) =>
        Follow(id, definition, Start(), cluster => cluster.Submit(id, definition, terminal.Interruption.Requested));

    /// <summary>Goes on with a stored run and waits for its end.</summary>
    /// <exception cref="CommandException">The run was refused.</exception>
    public Task<RunOutcome> GoOn(Run run) =>
        Follow(run.Id, run.Definition, Start().With(run), cluster => cluster.Resume(run.Id, terminal.Interruption.Requested));

    private async Task<RunOutcome> Follow(RunId id, RunDefinition definition, RunProgress first, Func<EmbeddedCluster, Task> begin)
    {
        using SerilogLoggerFactory logs = new(logger);
        await using EmbeddedCluster cluster = await EmbeddedCluster.Start(PartsFor(definition, logs), terminal.Interruption.Requested);
        RunProgress progress = first;
        using IDisposable watch = cluster.Watch(id, fact => Volatile.Write(ref progress, Volatile.Read(ref progress).After(fact)));
        try
        {
            await begin(cluster);
        }
        catch (RunRejectedException e)
        {
            throw new CommandException(ExitCode.RunFailed, $"Run {id} was refused: {e.Message}", e);
        }

        Task<RunOutcome> end = cluster.Completion(id);
        await using CancellationTokenRegistration stop = terminal.Interruption.Requested.Register(() => RequestStop(cluster, id));
        IProgressView view = terminal.IsInteractive ? new LiveProgress(terminal.Live, terminal.Clock) : new PlainProgress(terminal.Error, terminal.Clock);
        await view.Follow(() => Volatile.Read(ref progress), end);
        return await end;
    }

    private ClusterParts PartsFor(RunDefinition definition, SerilogLoggerFactory logs) =>
        new(store, data, backtests, terminal.Clock, ConfigurationFactory.Empty, definition.Parallel, ProgramVersion.Text)
        {
            Methods = new SearchMethods(SamplerFactory.Create, StopRules.Create, (trials, objectives) => ParetoFront.Of(trials, objectives), BestTrials.ByScore),
            Logs = logs,
        };

    private RunProgress Start() => new() { Since = terminal.Clock.GetUtcNow().UtcDateTime };

    // The run's end arrives by Completion; a stop that is refused because the run has just ended is no matter.
    private void RequestStop(EmbeddedCluster cluster, RunId id)
    {
        terminal.Note("Stopping after the windows under way; Ctrl+C again ends at once.");
        _ = cluster.Stop(id, CancellationToken.None).ContinueWith(
            t => logger.Warning(t.Exception, "Run {Run} could not be stopped", id), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }
}
