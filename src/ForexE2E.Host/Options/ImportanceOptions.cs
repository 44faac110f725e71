using System.CommandLine;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>What importance is asked for.</summary>
internal sealed class ImportanceOptions : OptionGroup
{
    private readonly Option<string> _of;
    private readonly Option<int> _top;

    public ImportanceOptions()
        : base("Importance")
    {
        _of = Add("--of", "NAME", "What table and chart are about: score, or an objective of the run such as sharpe_ratio [default: score]", OptionValue.Text, "score");
        _top = Add("--top", "N", "Parameters shown, 1 to 90 [default: 20]", OptionValue.Whole, 20);
    }

    public string Of(ParseResult parsed) => parsed.GetValue(_of)!;

    /// <exception cref="CommandException">Out of range.</exception>
    public int Top(ParseResult parsed) => parsed.GetValue(_top) is >= 1 and <= 90 and var top
        ? top
        : throw new CommandException(ExitCode.WrongUsage, "--top must be 1 to 90.");
}
