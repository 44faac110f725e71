using System.CommandLine;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>Whether a command also draws.</summary>
internal sealed class ChartOptions : OptionGroup
{
    private readonly Option<string?> _chart;

    public ChartOptions()
        : base("Chart") =>
        _chart = Add<string?>("--chart", "FILE", "Draw it too, as .png or .svg [default: no chart]", OptionValue.Text, null);

    /// <summary>Null: no chart.</summary>
    /// <exception cref="CommandException">Neither kind of file.</exception>
    public string? File(ParseResult parsed)
    {
        string? path = parsed.GetValue(_chart);
        return path is null || Path.GetExtension(path).ToLowerInvariant() is ".png" or ".svg"
            ? path
            : throw new CommandException(ExitCode.WrongUsage, $"--chart: the file must end in .png or .svg, was '{path}'.");
    }
}
