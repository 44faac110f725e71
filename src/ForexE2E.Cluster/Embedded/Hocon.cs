using System.Reflection;
using Akka.Configuration;

namespace ForexE2E.Cluster.Embedded;

/// <summary>The configuration files of the folder hocon, carried inside this assembly.</summary>
public static class Hocon
{
    /// <summary>All keys with their defaults: hocon/forexe2e.conf.</summary>
    public static Config Defaults() => ConfigurationFactory.ParseString(Read("forexe2e.conf"));

    /// <summary>A single process: the differences of hocon/embedded.conf over <see cref="Defaults"/>.</summary>
    public static Config Embedded() => ConfigurationFactory.ParseString(Read("embedded.conf")).WithFallback(Defaults());

    private static string Read(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"Resource {file} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
