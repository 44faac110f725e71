using System.CommandLine;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Host.Options;

/// <summary>Which parameters to list, and how.</summary>
internal sealed class ParameterListOptions : OptionGroup
{
    private static readonly (string Word, ParameterGroup? Value)[] Groups =
        [.. Enum.GetValues<ParameterGroup>().Where(g => g != ParameterGroup.Other).Select(g => (g.ToName(), (ParameterGroup?)g))];

    private readonly Option<ParameterGroup?> _group;
    private readonly Option<bool> _markdown;

    public ParameterListOptions()
        : base("Selection")
    {
        _group = Add("--group", "NAME", $"One group only: {string.Join(", ", Groups.Select(g => g.Word))} [default: all]", t => OptionValue.OneOf(t, Groups), null);
        _markdown = AddSwitch("--markdown", "Print Markdown, as in docs/parameters.md");
    }

    public ParameterGroup? Group(ParseResult parsed) => parsed.GetValue(_group);

    public bool Markdown(ParseResult parsed) => parsed.GetValue(_markdown);
}
