using System.CommandLine;
using Akka.Configuration;
using ForexE2E.Cluster.Nodes;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>How to reach a cluster, for its nodes and for commands that speak to it.</summary>
internal sealed class ClusterOptions : OptionGroup
{
    private readonly Option<string?> _config;
    private readonly Option<string?> _seeds;
    private readonly Option<string?> _hostname;
    private readonly Option<string?> _certificate;
    private readonly Option<string?> _key;
    private readonly Option<string?> _authority;

    public ClusterOptions()
        : base("Cluster")
    {
        _seeds = Add<string?>("--seed-nodes", "LIST", "Coordinators as HOST:PORT, parted by commas (or FOREXE2E_SEED_NODES)", Seeds, null);
        _hostname = Add<string?>("--hostname", "NAME", "Name or address of this machine for the others [default: 127.0.0.1]", OptionValue.Text, null);
        _certificate = Add<string?>("--certificate", "FILE", "PEM certificate of this node; with --key and --authority: mutual TLS", OptionValue.Text, null);
        _key = Add<string?>("--key", "FILE", "PEM file with its private key", OptionValue.Text, null);
        _authority = Add<string?>("--authority", "FILE", "PEM certificate of the private authority", OptionValue.Text, null);
        _config = Add<string?>("--config", "FILE", "HOCON file with further settings (hocon/forexe2e.conf lists all)", OptionValue.Text, null);
    }

    /// <summary>Whether a cluster is meant, by an option or by the environment.</summary>
    public bool IsGiven(ParseResult parsed) =>
        parsed.GetValue(_seeds) is not null || parsed.GetValue(_config) is not null || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("FOREXE2E_SEED_NODES"));

    /// <summary>The command line over the file over the environment.</summary>
    /// <exception cref="CommandException">The file cannot be read or is no HOCON.</exception>
    public Config Read(ParseResult parsed)
    {
        Config said = NodeOverlay.Of(
        [
            new("seed-nodes", parsed.GetValue(_seeds)),
            new("hostname", parsed.GetValue(_hostname)),
            new("tls.certificate", parsed.GetValue(_certificate)),
            new("tls.key", parsed.GetValue(_key)),
            new("tls.authority", parsed.GetValue(_authority)),
        ]);
        return said.WithFallback(FromFile(parsed.GetValue(_config))).WithFallback(NodeOverlay.OfEnvironment(Environment.GetEnvironmentVariable));
    }

    private static Config FromFile(string? file)
    {
        if (file is null)
        {
            return ConfigurationFactory.Empty;
        }

        try
        {
            return ConfigurationFactory.ParseString(File.ReadAllText(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandException(ExitCode.WrongUsage, $"Configuration file {file} cannot be read: {e.Message}", e);
        }
#pragma warning disable CA1031 // The parser of Akka throws whatever comes; all of it says that the file is no HOCON.
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw new CommandException(ExitCode.WrongUsage, $"Configuration file {file} is no valid HOCON: {e.Message}", e);
        }
    }

    /// <exception cref="FormatException">One is not HOST:PORT.</exception>
    private static string Seeds(string text)
    {
        foreach (string seed in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            _ = NodeEndpoint.Parse(seed);
        }

        return text;
    }
}
