using Akka.Configuration;
using ForexE2E.Cluster.Settings;

namespace ForexE2E.Cluster.Trials;

/// <summary>How workers work: section forexe2e.workers.</summary>
/// <param name="Count">Numbered workers in the whole cluster; more than its slots.</param>
/// <param name="Slots">Backtests this node computes at once.</param>
/// <param name="PullInterval">A worker without an answer asks the queue again after this.</param>
/// <param name="SignOfLife">A worker at work says so this often.</param>
/// <param name="ReportInterval">An end that is not acknowledged is reported again after this.</param>
/// <param name="WakeInterval">The queue makes sure this often that all workers are there.</param>
/// <param name="Niceness">What is added to the nice value of the backtest threads on Linux, 0 to 19.</param>
/// <param name="LoadedRuns">Runs whose loaded backtest a node keeps.</param>
public sealed record WorkerSettings(
    int Count,
    int Slots,
    TimeSpan PullInterval,
    TimeSpan SignOfLife,
    TimeSpan ReportInterval,
    TimeSpan WakeInterval,
    int Niceness,
    int LoadedRuns)
{
    private const string Path = "forexe2e.workers";

    /// <exception cref="ConfigurationException">The section is missing or a value is out of range.</exception>
    public static WorkerSettings Create(Config config)
    {
        Config section = SettingsSection.Of(config, Path);
        var settings = new WorkerSettings(
            SettingsSection.Int(section, Path, "count", 1, 10_000),
            SettingsSection.Int(section, Path, "slots", 1, 1024),
            SettingsSection.Span(section, Path, "pull-interval"),
            SettingsSection.Span(section, Path, "sign-of-life"),
            SettingsSection.Span(section, Path, "report-interval"),
            SettingsSection.Span(section, Path, "wake-interval"),
            SettingsSection.Int(section, Path, "niceness", 0, 19),
            SettingsSection.Int(section, Path, "loaded-runs", 1, 100));
        return settings.Count >= settings.Slots
            ? settings
            : throw new ConfigurationException(FormattableString.Invariant(
                $"{Path}.count must not be less than {Path}.slots ({settings.Slots}), was {settings.Count}: slots would stay empty."));
    }
}
