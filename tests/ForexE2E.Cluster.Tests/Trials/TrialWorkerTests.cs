using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using ForexE2E.Cluster.Tests.Embedded;
using ForexE2E.Cluster.Trials;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Testing.Fakes;

namespace ForexE2E.Cluster.Tests.Trials;

public sealed class TrialWorkerTests() : TestKit(SlotConfiguration.Text)
{
    private static readonly RunId Run = new(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));

    private readonly FakeBacktest _backtest = new(2, 0, null);

    [Fact]
    public void What_a_runner_says_of_other_work_is_not_taken_for_a_window_of_this()
    {
        (TestProbe runs, TestProbe queue, TestProbe slots, TestProbe backtests, TestProbe runner) =
            (CreateTestProbe(), CreateTestProbe(), CreateTestProbe(), CreateTestProbe(), CreateTestProbe());
        var settings = new WorkerSettings(8, 1, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), 0, 1);
        IActorRef worker = Sys.ActorOf(Props.Create(() => new TrialWorker(3, new WorkerPlaces(runs, queue, slots, backtests), settings)));
        slots.ExpectMsg<SlotProtocol.TakeSlot>();
        worker.Tell(new SlotProtocol.SlotTaken(runner));
        queue.ExpectMsg<TrialProtocol.PullTrial>();
        worker.Tell(new TrialProtocol.ExecuteTrial(3, WorkOf(trial: 7)));
        runs.ExpectMsg<TrialProtocol.TrialStarted>();
        backtests.ExpectMsg<BacktestProtocol.LoadBacktest>();
        worker.Tell(new BacktestProtocol.BacktestLoaded(Run, _backtest, "data"));
        WindowProtocol.RunWindow asked = runner.ExpectMsg<WindowProtocol.RunWindow>();

        Assignment other = WorkOf(trial: 6);
        worker.Tell(new WindowProtocol.WindowDone(other, WindowOf(other)));
        worker.Tell(new WindowProtocol.WindowFailed(other, new InvalidOperationException("not ours")));
        runs.ExpectNoMsg(TimeSpan.FromMilliseconds(100));

        worker.Tell(new WindowProtocol.WindowDone(asked.Assignment, WindowOf(asked.Assignment)));
        Assert.Equal(WorkId.Of(new TrialNumber(7)), runs.ExpectMsg<TrialProtocol.WindowFinished>().Work);
    }

    private WindowResult WindowOf(Assignment work) => FakeBacktest.ResultOf(_backtest.InSample[0].Index, work.Plan);

    private static Assignment WorkOf(int trial) =>
        new(Run, WorkId.Of(new TrialNumber(trial)), 1, Bench.Definition(8, 1), "data", ParameterCatalog.Space([]).Defaults, []);
}
