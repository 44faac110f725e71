using System.CommandLine;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>How many runs to list.</summary>
internal sealed class RunListOptions : OptionGroup
{
    private readonly Option<int> _limit;

    public RunListOptions()
        : base("Selection") =>
        _limit = Add("--limit", "N", "How many, newest first [default: 20]", OptionValue.Whole, 20);

    /// <exception cref="CommandException">Less than one.</exception>
    public int Limit(ParseResult parsed) => parsed.GetValue(_limit) is >= 1 and var limit
        ? limit
        : throw new CommandException(ExitCode.WrongUsage, "--limit must be 1 or more.");
}
