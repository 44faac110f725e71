using ForexE2E.Cluster.Runs;
using ForexE2E.Cluster.Tests.Embedded;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Optimization.Pruners;
using ForexE2E.Testing.Fakes;

namespace ForexE2E.Cluster.Tests.Runs;

public sealed class WindowJudgeTests
{
    private const int Windows = 10;

    private static readonly ParameterSet Defaults = ParameterCatalog.Space([]).Defaults;

    private readonly FakeBacktest _backtest = new(Windows, 0, null);

    [Fact]
    public void What_a_worker_computed_after_the_verdict_counts_for_nothing()
    {
        WindowJudge judge = Judge();
        PruningProtocol.GivenUp? verdict = null;
        int windows = 0;
        for (; verdict is null; windows++)
        {
            verdict = judge.Judge(new TrialNumber(9), Window(windows, -1000));
        }

        Assert.Equal(windows, verdict.Windows);
        Assert.Equal(5 * windows, verdict.Result.Metrics.TradingDays);
        Assert.Null(judge.Judge(new TrialNumber(9), Window(windows, -1000)));
    }

    [Fact]
    public void A_window_reported_twice_is_looked_at_once()
    {
        WindowJudge judge = Judge();
        for (int i = 0; i < 20; i++)
        {
            Assert.Null(judge.Judge(new TrialNumber(9), Window(0, -1000)));
        }
    }

    [Fact]
    public void An_infeasible_trial_is_no_measure_for_others()
    {
        // Six trials earned much, but kept no limit.
        WindowJudge judge = Judge(violation: 1);
        for (int w = 0; w < Windows - 1; w++)
        {
            Assert.Null(judge.Judge(new TrialNumber(9), Window(w, -1000)));
        }
    }

    // A judge that has seen six trials, all better than -1000.
    private WindowJudge Judge(double violation = 0)
    {
        RunDefinition definition = Bench.Definition(10, 1) with
        {
            Pruner = PruningMethod.Median,
            Objectives = new ObjectiveSet([new Objective(ObjectiveMetric.SharpeRatio, Direction.Maximize, 1)]),
        };
        var judge = new WindowJudge(() => PrunerFactory.Create(definition, Windows), _backtest, definition);
        for (int t = 0; t < 6; t++)
        {
            WindowResult[] windows = [.. Enumerable.Range(0, Windows).Select(w => Window(w, 100 * t))];
            judge.Remember(Ended(t, new TrialResult(_backtest.Join(windows), [1], 1, violation)), windows);
        }

        return judge;
    }

    private WindowResult Window(int index, long cents)
    {
        WindowResult window = _backtest.RunWindow(_backtest.InSample[index], ParameterPlan.Only(Regime.Global, Defaults), default);
        return window with { EndBalanceCents = window.StartBalanceCents + cents };
    }

    private static Trial Ended(int number, TrialResult result) => new()
    {
        Number = new TrialNumber(number),
        State = TrialState.Completed,
        Parameters = Defaults,
        Seen = [],
        Pending = [],
        Result = result,
        CreatedAt = DateTime.UnixEpoch,
    };
}
