using System.CommandLine;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>Which entries of the audit trail.</summary>
internal sealed class AuditOptions : OptionGroup
{
    private readonly Option<string?> _subject;
    private readonly Option<DateTime?> _since;
    private readonly Option<int> _limit;

    public AuditOptions()
        : base("Selection")
    {
        _subject = Add<string?>("--subject", "ID", "Only what begins so, such as the first characters of a run's id", OptionValue.Text, null, "--run");
        _since = Add<DateTime?>("--since", "DAY", "Only entries from this day or instant on (UTC)", t => OptionValue.SpanStart(t), null);
        _limit = Add("--limit", "N", "How many, newest first [default: 50]", OptionValue.Whole, 50);
    }

    public string? Subject(ParseResult parsed) => parsed.GetValue(_subject);

    public DateTime? Since(ParseResult parsed) => parsed.GetValue(_since);

    /// <exception cref="CommandException">Less than one.</exception>
    public int Limit(ParseResult parsed) => parsed.GetValue(_limit) is >= 1 and var limit
        ? limit
        : throw new CommandException(ExitCode.WrongUsage, "--limit must be 1 or more.");
}
