using System.Collections.Immutable;
using System.CommandLine;
using ForexE2E.Cluster.Security;
using ForexE2E.Host.Composition;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e certificates create: a private authority and the certificates of a cluster's nodes.</summary>
internal sealed class CertificatesCreateCommand : Verb
{
    private const string Authority = "authority";

    private readonly CertificateOptions _options = new();

    public CertificatesCreateCommand()
        : base("create", "Makes a private authority (once) and a certificate for each node and client of a cluster.")
    {
        With(_options);
        Examples.Add(("For a cluster on this machine", "forexe2e certificates create --out certificates --names 127.0.0.1"));
        Examples.Add(("Three coordinators", "forexe2e certificates create --out certificates --names c0.example.org,c1.example.org,c2.example.org"));
    }

    public override Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        string folder = _options.Folder(parsed);
        ImmutableArray<ImmutableArray<string>> nodes = _options.Nodes(parsed);
        (string clusterName, int days, DateTimeOffset now) = (_options.ClusterName(parsed), _options.Days(parsed), terminal.Clock.GetUtcNow());
        Directory.CreateDirectory(folder);
        RefuseExisting(folder, nodes);
        KeyPairPem? known = CertificateFiles.Find(folder, Authority);
        KeyPairPem authority = known ?? CertificateIssue.Authority(clusterName, now);
        KeyPairPem[] pairs = Failure.Refused(ExitCode.WrongUsage, () => nodes.Select(n => CertificateIssue.Node(authority, n, clusterName, days, now)).ToArray());
        if (known is null)
        {
            CertificateFiles.Write(folder, Authority, authority);
        }

        foreach ((ImmutableArray<string> node, KeyPairPem pair) in nodes.Zip(pairs))
        {
            CertificateFiles.Write(folder, node[0], pair);
        }

        Report(parsed, terminal, folder, nodes, known is null);
        return Task.FromResult(ExitCode.Success);
    }

    private static void RefuseExisting(string folder, ImmutableArray<ImmutableArray<string>> nodes)
    {
        foreach (string file in nodes.SelectMany(n => new[] { CertificateFiles.CertificateOf(folder, n[0]), CertificateFiles.KeyOf(folder, n[0]) }).Where(File.Exists))
        {
            throw new CommandException(ExitCode.WrongUsage, $"{file} exists already and is not replaced: move it away first. Nothing was written.");
        }
    }

    private void Report(ParseResult parsed, Terminal terminal, string folder, ImmutableArray<ImmutableArray<string>> nodes, bool isNewAuthority)
    {
        string authority = CertificateFiles.CertificateOf(folder, Authority);
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(
                terminal.Output,
                new CertificatesDocument(authority, isNewAuthority, [.. nodes.Select(n => new CertificateDocument(n, CertificateFiles.CertificateOf(folder, n[0]), CertificateFiles.KeyOf(folder, n[0])))]),
                Documents.Default.CertificatesDocument);
            return;
        }

        terminal.Output.WriteLine($"Authority: {authority}{(isNewAuthority ? " (new)" : "")}. Keep {CertificateFiles.KeyOf(folder, Authority)} off the nodes: whoever has it can join.");
        foreach (ImmutableArray<string> node in nodes)
        {
            terminal.Output.WriteLine($"{node[0]}: --certificate {CertificateFiles.CertificateOf(folder, node[0])} --key {CertificateFiles.KeyOf(folder, node[0])} --authority {authority}");
        }
    }
}
