using System.CommandLine;

namespace ForexE2E.Host.Options;

/// <summary>How a command reports.</summary>
internal sealed class OutputOptions : OptionGroup
{
    private readonly Option<bool> _json;
    private readonly Option<string?> _log;
    private readonly Option<bool> _verbose;

    public OutputOptions()
        : base("Output")
    {
        _json = AddSwitch("--json", "Print one JSON document on standard output and nothing else (schema: docs/commands.md)");
        _log = Add<string?>("--log", "FILE", "Write a log file", OptionValue.Text, null);
        _verbose = AddSwitch("--verbose", "Log to standard error, with full traces of errors");
    }

    public bool Json(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>Null: no log file.</summary>
    public string? Log(ParseResult parsed) => parsed.GetValue(_log);

    public bool Verbose(ParseResult parsed) => parsed.GetValue(_verbose);
}
