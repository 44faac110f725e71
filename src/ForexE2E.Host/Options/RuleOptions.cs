using System.CommandLine;
using System.Globalization;
using ForexE2E.Backtesting.Reference;
using ForexE2E.Host.Failures;
using ForexE2E.Strategy.ReferenceRules;

namespace ForexE2E.Host.Options;

/// <summary>A reference rule instead of the strategy.</summary>
internal sealed class RuleOptions : OptionGroup
{
    private readonly Option<ReferenceRule?> _rule;
    private readonly Option<int?> _fast;
    private readonly Option<int?> _slow;
    private readonly Option<int?> _atr;
    private readonly Option<decimal?> _mult;

    public RuleOptions()
        : base("Reference rule instead of the strategy")
    {
        _rule = Add<ReferenceRule?>("--rule", "NAME", "s1 or s2: crossing means with an ATR stop, over all bars, on mid prices", t => OptionValue.OneOf(t, ("s1", ReferenceRule.S1), ("s2", ReferenceRule.S2)), null);
        _fast = Add<int?>("--fast", "BARS", "Fast mean [default: s1 21, s2 55]", t => OptionValue.Whole(t), null);
        _slow = Add<int?>("--slow", "BARS", "Slow mean [default: s1 55, s2 233]", t => OptionValue.Whole(t), null);
        _atr = Add<int?>("--atr", "BARS", "Average true range [default: 14]", t => OptionValue.Whole(t), null);
        _mult = Add<decimal?>("--mult", "N", "Stop distance in average true ranges [default: s1 2, s2 8]", t => Exact(t), null);
    }

    /// <summary>Null: the strategy.</summary>
    public ReferenceRule? Rule(ParseResult parsed) => parsed.GetValue(_rule);

    /// <exception cref="CommandException">A value is out of range.</exception>
    public CrossoverParameters Read(ParseResult parsed)
    {
        CrossoverParameters usual = Rule(parsed) == ReferenceRule.S2 ? CrossoverParameters.S2 : CrossoverParameters.S1;
        return Failure.Refused(ExitCode.WrongUsage, () => new CrossoverParameters(
            parsed.GetValue(_fast) ?? usual.Fast, parsed.GetValue(_slow) ?? usual.Slow, parsed.GetValue(_atr) ?? usual.Atr, parsed.GetValue(_mult) ?? usual.Multiplier));
    }

    /// <summary>The first option given that only makes sense with --rule; null for none.</summary>
    public Option? Orphan(ParseResult parsed) =>
        Rule(parsed) is not null ? null : Options.FirstOrDefault(o => !ReferenceEquals(o, _rule) && parsed.GetResult(o) is { Implicit: false });

    private static decimal Exact(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
        ? value
        : throw new FormatException($"must be a number such as 2 or 1.5, was '{text}'");
}
