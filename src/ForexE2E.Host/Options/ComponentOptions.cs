using System.Collections.Immutable;
using System.CommandLine;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Host.Options;

/// <summary>Which parts of the strategy take part.</summary>
internal sealed class ComponentOptions : OptionGroup
{
    private readonly Option<ImmutableArray<Component>?> _enable;

    public ComponentOptions()
        : base("Strategy")
    {
        _enable = Add<ImmutableArray<Component>?>(
            "--enable", "LIST", $"Components, comma separated, or all, or none: {string.Join(",", ComponentNames.All)} [default: all but sssd and rl; with --models: all]", t => ComponentNames.ParseList(t), null, "--components");
    }

    /// <summary>The components asked for by name; null when the user said nothing.</summary>
    public ImmutableArray<Component>? Read(ParseResult parsed) => parsed.GetValue(_enable);
}
