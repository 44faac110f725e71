using System.CommandLine;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>When to forecast and where to draw it.</summary>
internal sealed class ForecastOptions : OptionGroup
{
    private readonly Option<DateTime?> _at;
    private readonly Option<string?> _chart;

    public ForecastOptions()
        : base("Forecast")
    {
        _at = Add<DateTime?>("--at", "TIME", "Instant of the forecast, UTC, such as 2018-06-01T12:00Z: the last bar that has ended by then is the last it sees [default: the end of the file]", t => OptionValue.SpanStart(t), null);
        _chart = Add<string?>("--chart", "FILE", "Draw the fan and some paths: .png or .svg", OptionValue.Text, null);
    }

    /// <summary>Null: the end of the file.</summary>
    public DateTime? At(ParseResult parsed) => parsed.GetValue(_at);

    /// <summary>Null: no chart.</summary>
    /// <exception cref="CommandException">Neither .png nor .svg.</exception>
    public string? Chart(ParseResult parsed)
    {
        string? file = parsed.GetValue(_chart);
        return file is null || Path.GetExtension(file).ToUpperInvariant() is ".PNG" or ".SVG"
            ? file
            : throw new CommandException(ExitCode.WrongUsage, $"--chart must end in .png or .svg, was '{file}'.");
    }
}
