using ForexE2E.Cluster.Trials;

namespace ForexE2E.Cluster.Tests.Trials;

public sealed class ThreadTimeTests
{
    [Fact]
    public void Work_takes_cpu_time_and_waiting_takes_next_to_none()
    {
        TimeSpan begin = ThreadTime.Now;
        double sum = 0;
        while (ThreadTime.Now - begin < TimeSpan.FromMilliseconds(20))
        {
            sum += Math.Sqrt(sum + 1);
        }

        TimeSpan worked = ThreadTime.Now;
        using var never = new ManualResetEventSlim();
        Assert.False(never.Wait(TimeSpan.FromMilliseconds(60)));
        TimeSpan waited = ThreadTime.Now - worked;
        Assert.True(sum > 0);
        Assert.InRange(waited, TimeSpan.Zero, TimeSpan.FromMilliseconds(50));
    }
}
