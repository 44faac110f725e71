using System.CommandLine;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>How long runs are kept, and whether to look only.</summary>
internal sealed class RetentionOptions : OptionGroup
{
    private readonly Option<int> _months;
    private readonly Option<bool> _dryRun;

    public RetentionOptions()
        : base("Retention")
    {
        _months = Add("--months", "N", "Months a run is kept whole [default: 12]", OptionValue.Whole, 12);
        _dryRun = AddSwitch("--dry-run", "Only show what would be archived");
    }

    public bool DryRun(ParseResult parsed) => parsed.GetValue(_dryRun);

    /// <exception cref="CommandException">Less than one.</exception>
    public int Months(ParseResult parsed) => parsed.GetValue(_months) is >= 1 and var months
        ? months
        : throw new CommandException(ExitCode.WrongUsage, "--months must be 1 or more.");
}
