using Akka.Configuration;
using ForexE2E.Cluster.Settings;

namespace ForexE2E.Cluster.Persistence;

/// <summary>How the store is written to: section forexe2e.persistence.</summary>
/// <param name="BatchLimit">Most writes taken together.</param>
/// <param name="QueueLimit">Waiting writes beyond which window checkpoints are dropped.</param>
/// <param name="FirstPause">Pause after the first failure of the store; each further one doubles it.</param>
/// <param name="LongestPause">Where the doubling ends.</param>
public sealed record PersistenceSettings(int BatchLimit, int QueueLimit, TimeSpan FirstPause, TimeSpan LongestPause)
{
    /// <exception cref="ConfigurationException">The section is missing or a value is out of range.</exception>
    public static PersistenceSettings Create(Config config)
    {
        Config section = SettingsSection.Of(config, "forexe2e.persistence");
        return new PersistenceSettings(
            SettingsSection.Int(section, "forexe2e.persistence", "batch-limit", 1, 10_000),
            SettingsSection.Int(section, "forexe2e.persistence", "queue-limit", 1, 1_000_000),
            SettingsSection.Span(section, "forexe2e.persistence", "first-pause"),
            SettingsSection.Span(section, "forexe2e.persistence", "longest-pause"));
    }

    /// <summary>The pause after so many failures in a row, from 1.</summary>
    public TimeSpan PauseAfter(int failures) =>
        TimeSpan.FromTicks((long)Math.Min(LongestPause.Ticks, FirstPause.Ticks * Math.Pow(2, Math.Min(failures - 1, 30))));
}
