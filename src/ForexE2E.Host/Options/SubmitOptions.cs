using System.CommandLine;

namespace ForexE2E.Host.Options;

/// <summary>How a run is given to a cluster.</summary>
internal sealed class SubmitOptions : OptionGroup
{
    private readonly Option<bool> _wait;

    public SubmitOptions()
        : base("Submission") =>
        _wait = AddSwitch("--wait", "Wait for the end of the run; Ctrl+C ends only the waiting");

    public bool Wait(ParseResult parsed) => parsed.GetValue(_wait);
}
