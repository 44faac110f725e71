using System.CommandLine;

namespace ForexE2E.Host.Options;

/// <summary>Which generated market.</summary>
internal sealed class GenerateOptions : OptionGroup
{
    private readonly Option<ulong> _seed;

    public GenerateOptions()
        : base("Generator") =>
        _seed = Add("--seed", "N", "All luck of the market comes from it [default: 1]", OptionValue.Seed, 1UL);

    public ulong Seed(ParseResult parsed) => parsed.GetValue(_seed);
}
