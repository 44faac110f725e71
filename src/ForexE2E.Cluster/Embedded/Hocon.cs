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

    /// <summary>A node of a cluster: the differences of its role's file over <see cref="Defaults"/>.</summary>
    /// <param name="role">coordinator or worker.</param>
    public static Config OfRole(string role) => ConfigurationFactory.ParseString(Read($"{role}.conf")).WithFallback(Defaults());

    private static string Read(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"Resource {file} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
