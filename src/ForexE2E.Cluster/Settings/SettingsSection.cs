using Akka.Configuration;

namespace ForexE2E.Cluster.Settings;

/// <summary>Reads values of a HOCON section and refuses what is missing or out of range, by name.</summary>
internal static class SettingsSection
{
    /// <exception cref="ConfigurationException">The section is missing.</exception>
    public static Config Of(Config config, string path) => config.HasPath(path)
        ? config.GetConfig(path)
        : throw new ConfigurationException($"{path} is missing: load hocon/forexe2e.conf as the fallback of every configuration.");

    /// <exception cref="ConfigurationException">The value is missing, no whole number, or out of range.</exception>
    public static int Int(Config section, string path, string key, int least, int most)
    {
        int value = Read(section, path, key, s => s.GetInt(key));
        return value >= least && value <= most
            ? value
            : throw new ConfigurationException(FormattableString.Invariant($"{path}.{key} must be {least} to {most}, was {value}."));
    }

    /// <exception cref="ConfigurationException">The value is missing, no time span, or not above zero.</exception>
    public static TimeSpan Span(Config section, string path, string key)
    {
        TimeSpan value = Read(section, path, key, s => s.GetTimeSpan(key));
        return value > TimeSpan.Zero
            ? value
            : throw new ConfigurationException(FormattableString.Invariant($"{path}.{key} must be above zero, was {value}."));
    }

    /// <exception cref="ConfigurationException">The value is missing, no time span, or below zero.</exception>
    public static TimeSpan SpanOrZero(Config section, string path, string key)
    {
        TimeSpan value = Read(section, path, key, s => s.GetTimeSpan(key));
        return value >= TimeSpan.Zero
            ? value
            : throw new ConfigurationException(FormattableString.Invariant($"{path}.{key} must not be below zero, was {value}."));
    }

    /// <exception cref="ConfigurationException">The value is missing or empty.</exception>
    public static string Text(Config section, string path, string key)
    {
        string value = Read(section, path, key, s => s.GetString(key));
        return string.IsNullOrWhiteSpace(value) ? throw new ConfigurationException($"{path}.{key} must not be empty.") : value;
    }

    private static T Read<T>(Config section, string path, string key, Func<Config, T> read)
    {
        if (!section.HasPath(key))
        {
            throw new ConfigurationException($"{path}.{key} is missing.");
        }

        try
        {
            return read(section);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ConfigurationException)
        {
            throw new ConfigurationException($"{path}.{key} cannot be read: {e.Message}", e);
        }
    }
}
