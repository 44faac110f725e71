using Akka.Configuration;
using ForexE2E.Cluster.Embedded;
using ForexE2E.Cluster.Persistence;
using ForexE2E.Cluster.Runs;
using ForexE2E.Cluster.Trials;

namespace ForexE2E.Cluster.Tests.Settings;

public sealed class SettingsTests
{
    [Fact]
    public void The_defaults_of_the_configuration_file_are_these()
    {
        Assert.Equal(new PersistenceSettings(500, 5000, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5)), PersistenceSettings.Create(Hocon.Defaults()));
        Assert.Equal(new RunSettings(2, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(20), 5, TimeSpan.Zero, TimeSpan.FromMinutes(2)), RunSettings.Create(Hocon.Defaults()));
        Assert.Equal((64, 2, 10), (WorkerSettings.Create(Hocon.Defaults()).Count, WorkerSettings.Create(Hocon.Defaults()).Slots, WorkerSettings.Create(Hocon.Defaults()).Niceness));
    }

    [Fact]
    public void A_value_out_of_range_is_refused_by_its_name()
    {
        Config wrong = ConfigurationFactory.ParseString("forexe2e.runs.max-attempts = 0").WithFallback(Hocon.Defaults());

        var refusal = Assert.Throws<ConfigurationException>(() => RunSettings.Create(wrong));
        Assert.Equal("forexe2e.runs.max-attempts must be 1 to 100, was 0.", refusal.Message);
    }

    [Fact]
    public void A_missing_section_is_refused_by_its_name()
    {
        var refusal = Assert.Throws<ConfigurationException>(() => RunSettings.Create(Config.Empty));
        Assert.StartsWith("forexe2e.runs is missing", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_workers_than_slots_are_refused()
    {
        Config wrong = ConfigurationFactory.ParseString("forexe2e.workers.count = 1").WithFallback(Hocon.Defaults());

        Assert.Contains("slots would stay empty", Assert.Throws<ConfigurationException>(() => WorkerSettings.Create(wrong)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pauses_double_up_to_the_longest()
    {
        PersistenceSettings settings = PersistenceSettings.Create(Hocon.Defaults());

        Assert.Equal([0.1, 0.2, 0.4, 5, 5], new[] { 1, 2, 3, 8, 100 }.Select(n => settings.PauseAfter(n).TotalSeconds));
    }
}
