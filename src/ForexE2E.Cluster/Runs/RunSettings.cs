using Akka.Configuration;
using ForexE2E.Cluster.Settings;

namespace ForexE2E.Cluster.Runs;

/// <summary>How runs are coordinated: section forexe2e.runs.</summary>
/// <param name="MaxAttempts">How often a trial may fail by an error before it is Failed.</param>
/// <param name="TrialSilence">A trial whose worker says nothing for so long is given to another.</param>
/// <param name="OfferInterval">Work that nobody has begun is offered to the queue again after this.</param>
/// <param name="StopPatience">How long a stopping run waits for its workers to hand back.</param>
/// <param name="MaxLosses">How often in a row a trial may lose its worker before it is Failed.</param>
/// <param name="AdoptWithin">A run taken up again waits so long for workers that are still at its trials; zero: not at all.</param>
/// <param name="RestAfter">A run that has ended leaves the memory after this.</param>
public sealed record RunSettings(
    int MaxAttempts, TimeSpan TrialSilence, TimeSpan OfferInterval, TimeSpan StopPatience, int MaxLosses, TimeSpan AdoptWithin, TimeSpan RestAfter)
{
    private const string Path = "forexe2e.runs";

    /// <exception cref="ConfigurationException">The section is missing or a value is out of range.</exception>
    public static RunSettings Create(Config config)
    {
        Config section = SettingsSection.Of(config, Path);
        return new RunSettings(
            SettingsSection.Int(section, Path, "max-attempts", 1, 100),
            SettingsSection.Span(section, Path, "trial-silence"),
            SettingsSection.Span(section, Path, "offer-interval"),
            SettingsSection.Span(section, Path, "stop-patience"),
            SettingsSection.Int(section, Path, "max-losses", 1, 100),
            SettingsSection.SpanOrZero(section, Path, "adopt-within"),
            SettingsSection.Span(section, Path, "rest-after"));
    }
}
