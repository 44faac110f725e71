using System.CommandLine;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>Which node's health is asked for, and what.</summary>
internal sealed class HealthQuestionOptions : OptionGroup
{
    private readonly Option<int> _port;
    private readonly Option<string> _question;

    public HealthQuestionOptions()
        : base("Node")
    {
        _port = Add("--port", "N", "The node's --health-port on this machine [default: 8080]", OptionValue.Whole, 8080);
        _question = Add("--question", "WHICH", "live, ready or started [default: ready]", t => OptionValue.OneOf(t, ("live", "live"), ("ready", "ready"), ("started", "started")), "ready");
    }

    /// <exception cref="CommandException">The port is out of range.</exception>
    public Uri Address(ParseResult parsed) => parsed.GetValue(_port) is >= 1 and <= 65_535 and var port
        ? new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}/health/{parsed.GetRequiredValue(_question)}"))
        : throw new CommandException(ExitCode.WrongUsage, "--port must be 1 to 65535.");
}
