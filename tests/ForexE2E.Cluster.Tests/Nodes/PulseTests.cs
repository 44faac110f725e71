using ForexE2E.Cluster.Nodes;

namespace ForexE2E.Cluster.Tests.Nodes;

public sealed class PulseTests
{
    private readonly TwoClocks _time = new();

    [Fact]
    public void A_steady_member_lives_on()
    {
        Pulse pulse = Begin();
        for (int second = 0; second < 600; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            Assert.Null(pulse.Beat(isUp: true));
        }
    }

    [Fact]
    public void A_process_that_stood_still_for_too_long_ends()
    {
        Pulse pulse = Begin();
        _time.Advance(TimeSpan.FromSeconds(19));
        Assert.Null(pulse.Beat(isUp: true));
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Contains("stood still for 31 s", pulse.Beat(isUp: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_that_jumps_ends_the_node()
    {
        Pulse pulse = Begin();
        _time.Set(TimeSpan.FromMinutes(-3));
        Assert.Contains("clock jumped by 180 s", pulse.Beat(isUp: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_node_that_finds_no_cluster_ends()
    {
        Pulse pulse = Begin();
        for (int second = 0; second < 90; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            Assert.Null(pulse.Beat(isUp: false));
        }

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("did not become a member within 90 s", pulse.Beat(isUp: false), StringComparison.Ordinal);
    }

    private Pulse Begin() => new(_time, TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(20));

    // The one that only runs on, and the one that people set.
    private sealed class TwoClocks : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => _now;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan time) => (_ticks, _now) = (_ticks + time.Ticks, _now + time);

        public void Set(TimeSpan by) => _now += by;
    }
}
