using System.CommandLine;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>Which bars forecasts are judged on.</summary>
internal sealed class CalibrationOptions : OptionGroup
{
    private readonly Option<DateTime?> _from;
    private readonly Option<DateTime?> _to;
    private readonly Option<int> _forecasts;

    public CalibrationOptions()
        : base("Calibration")
    {
        _from = Add<DateTime?>("--from", "DATE", "First day, UTC [default: the file's first]", t => OptionValue.SpanStart(t), null);
        _to = Add<DateTime?>("--to", "DATE", "Last day, UTC, inclusive [default: the file's last]", t => OptionValue.SpanEnd(t), null);
        _forecasts = Add("--forecasts", "N", "Forecasts made, evenly spread over the bars [default: 1500]", OptionValue.Whole, 1500);
    }

    public DateTime From(ParseResult parsed) => parsed.GetValue(_from) ?? DateTime.UnixEpoch;

    /// <summary>Exclusive.</summary>
    public DateTime To(ParseResult parsed) => parsed.GetValue(_to) ?? DateTime.UnixEpoch.AddYears(130);

    /// <exception cref="CommandException">Less than ten.</exception>
    public int Forecasts(ParseResult parsed) => parsed.GetValue(_forecasts) is >= 10 and var count
        ? count
        : throw new CommandException(ExitCode.WrongUsage, "--forecasts must be at least 10.");
}
