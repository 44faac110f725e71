using System.CommandLine;

namespace ForexE2E.Host.Options;

/// <summary>How a run is given to a cluster.</summary>
internal sealed class SubmitOptions : OptionGroup
{
    private readonly Option<bool> _wait;
    private readonly Option<int> _priority;

    public SubmitOptions()
        : base("Submission")
    {
        _priority = Add("--priority", "N", "-100 to 100; runs of higher priority are served first, equal ones in turn [default: 0]", OptionValue.Whole, 0);
        _wait = AddSwitch("--wait", "Wait for the end of the run; Ctrl+C ends only the waiting");
    }

    public int Priority(ParseResult parsed) => parsed.GetValue(_priority);

    public bool Wait(ParseResult parsed) => parsed.GetValue(_wait);
}
