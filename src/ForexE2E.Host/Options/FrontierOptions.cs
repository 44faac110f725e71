using System.CommandLine;

namespace ForexE2E.Host.Options;

/// <summary>How finely a frontier is drawn.</summary>
internal sealed class FrontierOptions : OptionGroup
{
    private readonly Option<int> _points;

    public FrontierOptions()
        : base("Frontier") => _points = Add("--points", "N", "Portfolios from the least risk to the greatest return, both included [default: 20]", OptionValue.Whole, 20);

    public int Points(ParseResult parsed) => parsed.GetValue(_points);
}
