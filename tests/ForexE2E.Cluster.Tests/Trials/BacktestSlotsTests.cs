using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using ForexE2E.Cluster.Trials;

namespace ForexE2E.Cluster.Tests.Trials;

public sealed class BacktestSlotsTests() : TestKit(SlotConfiguration.Text)
{
    [Fact]
    public void A_slot_comes_with_a_runner_of_its_own_and_goes_on_to_who_asked_next()
    {
        (TestProbe first, TestProbe second, TestProbe third) = (CreateTestProbe(), CreateTestProbe(), CreateTestProbe());
        IActorRef slots = Sys.ActorOf(Props.Create(() => new BacktestSlots(2, 0)));
        foreach (TestProbe worker in (TestProbe[])[first, second, third])
        {
            slots.Tell(SlotProtocol.TakeSlot.Instance, worker);
        }

        IActorRef one = first.ExpectMsg<SlotProtocol.SlotTaken>().Runner;
        IActorRef two = second.ExpectMsg<SlotProtocol.SlotTaken>().Runner;
        Assert.NotEqual(one, two);
        third.ExpectNoMsg(TimeSpan.FromMilliseconds(50));

        slots.Tell(SlotProtocol.FreeSlot.Instance, second);
        Assert.Equal(two, third.ExpectMsg<SlotProtocol.SlotTaken>().Runner);
    }

    [Fact]
    public void A_worker_that_dies_leaves_its_runner_to_the_next()
    {
        (TestProbe dying, TestProbe next) = (CreateTestProbe(), CreateTestProbe());
        IActorRef slots = Sys.ActorOf(Props.Create(() => new BacktestSlots(1, 0)));
        slots.Tell(SlotProtocol.TakeSlot.Instance, dying);
        slots.Tell(SlotProtocol.TakeSlot.Instance, next);
        IActorRef runner = dying.ExpectMsg<SlotProtocol.SlotTaken>().Runner;
        Sys.Stop(dying);

        Assert.Equal(runner, next.ExpectMsg<SlotProtocol.SlotTaken>().Runner);
    }

    [Fact]
    public void A_worker_that_was_begun_anew_is_given_a_slot_again()
    {
        TestProbe worker = CreateTestProbe();
        IActorRef slots = Sys.ActorOf(Props.Create(() => new BacktestSlots(1, 0)));
        slots.Tell(SlotProtocol.TakeSlot.Instance, worker);
        worker.ExpectMsg<SlotProtocol.SlotTaken>();
        slots.Tell(SlotProtocol.TakeSlot.Instance, worker);

        worker.ExpectMsg<SlotProtocol.SlotTaken>();
    }
}
