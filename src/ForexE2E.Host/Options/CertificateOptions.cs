using System.Collections.Immutable;
using System.CommandLine;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>Which certificates to make.</summary>
internal sealed class CertificateOptions : OptionGroup
{
    private readonly Option<string?> _out;
    private readonly Option<string?> _names;
    private readonly Option<int> _days;
    private readonly Option<string> _clusterName;

    public CertificateOptions()
        : base("Certificates")
    {
        _out = Add<string?>("--out", "FOLDER", "Where the files go; required. An authority found there signs, else one is made", OptionValue.Text, null);
        _names = Add<string?>("--names", "LIST", "Nodes, parted by commas; each a name or address as in --hostname, further names after a + (c0+10.0.0.5); required", OptionValue.Text, null);
        _days = Add("--days", "N", "Days the certificates are valid [default: 397]", OptionValue.Whole, 397);
        _clusterName = Add("--cluster-name", "NAME", "Name all certificates bear (forexe2e.node.tls.cluster-name) [default: forexe2e]", OptionValue.Text, "forexe2e");
    }

    /// <exception cref="CommandException">No folder was named.</exception>
    public string Folder(ParseResult parsed) => parsed.GetValue(_out) is { Length: > 0 } folder
        ? Path.GetFullPath(folder)
        : throw new CommandException(ExitCode.WrongUsage, "Say where the files go: --out FOLDER.");

    /// <summary>The names of each node.</summary>
    /// <exception cref="CommandException">None was named.</exception>
    public ImmutableArray<ImmutableArray<string>> Nodes(ParseResult parsed)
    {
        const StringSplitOptions Split = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        string[] nodes = (parsed.GetValue(_names) ?? "").Split(',', Split);
        return nodes.Length > 0
            ? [.. nodes.Select(n => n.Split('+', Split).ToImmutableArray())]
            : throw new CommandException(ExitCode.WrongUsage, "Say for which nodes: --names c0.example.org,c1.example.org,10.0.0.7.");
    }

    /// <exception cref="CommandException">Less than one.</exception>
    public int Days(ParseResult parsed) => parsed.GetValue(_days) is >= 1 and <= 3650 and var days
        ? days
        : throw new CommandException(ExitCode.WrongUsage, "--days must be 1 to 3650.");

    public string ClusterName(ParseResult parsed) => parsed.GetRequiredValue(_clusterName);
}
