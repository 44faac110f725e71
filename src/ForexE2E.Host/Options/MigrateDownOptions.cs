using System.CommandLine;
using System.Globalization;

namespace ForexE2E.Host.Options;

/// <summary>How far down, and that it is meant.</summary>
internal sealed class MigrateDownOptions : OptionGroup
{
    private readonly Option<long?> _to;
    private readonly Option<bool> _yes;

    public MigrateDownOptions()
        : base("Migration")
    {
        _to = Add<long?>("--to", "VERSION", "The version that stays; 0 takes back all", t => Version(t), null);
        _yes = AddSwitch("--yes", "Yes, delete what newer tables hold");
    }

    public long? To(ParseResult parsed) => parsed.GetValue(_to);

    public bool Yes(ParseResult parsed) => parsed.GetValue(_yes);

    private static long Version(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long version)
        ? version
        : throw new FormatException($"must be a version such as 2026112301, or 0, was '{text}'");
}
