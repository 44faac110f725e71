using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Cluster.Persistence;
using ForexE2E.Cluster.Trials;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Runs;

/// <summary>A run that can begin or go on: its data are loaded, its space is known.</summary>
/// <param name="Windows">Stored windows of the trials that have not ended.</param>
/// <param name="Earlier">Time the run took before.</param>
internal sealed record PreparedRun(
    Run Run,
    IBacktest Backtest,
    ParameterSpace Space,
    ImmutableDictionary<TrialNumber, ImmutableArray<WindowResult>> Windows,
    TimeSpan Earlier)
{
    /// <summary>How often the run was taken, this time included.</summary>
    public int Epoch { get; init; }

    /// <summary>Prepares a new run.</summary>
    /// <param name="earlier">The run its definition begins with, as it is stored; null when there is none.</param>
    /// <exception cref="ArgumentException">No window can be run, or the earlier run is unknown or teaches nothing.</exception>
    /// <exception cref="ParameterException">Fixed parameters contradict each other.</exception>
    public static PreparedRun New(RunId id, RunDefinition definition, BacktestProtocol.BacktestLoaded loaded, string codeVersion, DateTime now, Run? earlier = null)
    {
        IBacktest backtest = loaded.Backtest;
        if (backtest.InSample.IsEmpty)
        {
            throw new ArgumentException("The span holds no window: widen it, or shorten train and test days.");
        }

        string processor = $"{RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors";
        var record = new RunRecord(
            loaded.DataHash, codeVersion, processor, backtest.Components, backtest.Fixed, backtest.InSample.Length, backtest.OutOfSample.Length)
        { Models = backtest.Models };
        ParameterSpace space = ParameterCatalog.Space(backtest.Fixed);
        var run = new Run { Id = id, Definition = definition, Record = record with { Earlier = WarmStarts.Take(earlier, definition, record, space) }, CreatedAt = now };
        return new PreparedRun(run, backtest, space, ImmutableDictionary<TrialNumber, ImmutableArray<WindowResult>>.Empty, TimeSpan.Zero);
    }

    /// <summary>Prepares a stored run to go on.</summary>
    /// <exception cref="ArgumentException">The market data are not those the run began with.</exception>
    public static PreparedRun Again(PersistenceProtocol.RunLoaded stored, BacktestProtocol.BacktestLoaded loaded)
    {
        Run run = stored.Run!;
        if (run.Record.DataHash != loaded.DataHash)
        {
            throw new ArgumentException(
                $"The market data or models of run {run.Id} have changed since it began (hash {loaded.DataHash}, not {run.Record.DataHash}): "
                + "its trials could not be compared. Restore the files, or submit a new run.");
        }

        DateTime lastEnd = run.Trials.Values.Select(t => t.FinishedAt ?? run.CreatedAt).DefaultIfEmpty(run.CreatedAt).Max();
        return new PreparedRun(
            run with
            {
                State = RunState.Running,
                StopReason = null,
                StoppedRegimes = run.StoppedRegimes.Clear(),
                Trials = run.Trials.SetItems(run.Trials.Select(t => KeyValuePair.Create(t.Key, t.Value.WithoutRegimeResults()))),
            },
            loaded.Backtest,
            ParameterCatalog.Space(loaded.Backtest.Fixed),
            stored.Windows,
            stored.Outcome?.Duration ?? lastEnd - run.CreatedAt)
        {
            Epoch = stored.Epoch,
        };
    }

    public PreparedRun WithPriority(int priority) => this with { Run = Run with { Priority = priority } };

    /// <summary>The next attempt of a trial, with what is stored of it.</summary>
    public Assignment Assign(Trial trial) => new(
        Run.Id, WorkId.Of(trial.Number), trial.Attempts + 1, Run.Definition, Run.Record.DataHash, trial.ToPlan(), Windows.GetValueOrDefault(trial.Number, []));

    /// <summary>A measurement after the search.</summary>
    public Assignment Assign(WorkId work, ParameterPlan plan) => new(Run.Id, work, 1, Run.Definition, Run.Record.DataHash, plan, []);
}
