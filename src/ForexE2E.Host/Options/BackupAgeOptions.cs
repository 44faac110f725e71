using System.CommandLine;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>How long backups are kept.</summary>
internal sealed class BackupAgeOptions : OptionGroup
{
    private readonly Option<int> _days;

    public BackupAgeOptions()
        : base("Age") =>
        _days = Add("--days", "N", "Days a backup is kept [default: 90]", OptionValue.Whole, 90);

    /// <exception cref="CommandException">Less than one.</exception>
    public int Days(ParseResult parsed) => parsed.GetValue(_days) is >= 1 and var days
        ? days
        : throw new CommandException(ExitCode.WrongUsage, "--days must be 1 or more.");
}
