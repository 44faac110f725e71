using System.CommandLine;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>When a run ends before its planned trials. Trials under way are finished, and the best set is measured all the same.</summary>
internal sealed class StoppingOptions : OptionGroup
{
    private readonly Option<bool> _stopEarly;
    private readonly Option<int?> _frontPatience;
    private readonly Option<TimeSpan?> _timeLimit;
    private readonly Option<double?> _cpuHours;

    public StoppingOptions()
        : base("When to end before the last trial")
    {
        _stopEarly = AddSwitch("--stop-early", "End when 20 trials bring less than 1 %, or the Pareto front is stable for 15");
        _frontPatience = Add<int?>("--front-patience", "N", "End when the front's hypervolume grew by less than 0.1 % over N trials [default: never]", t => OptionValue.Whole(t), null);
        _timeLimit = Add<TimeSpan?>("--time-limit", "TIME", "Begin no trial after this time, such as 30m or 2h [default: none]", t => OptionValue.Duration(t), null);
        _cpuHours = Add<double?>("--cpu-hours", "HOURS", "Begin no trial after so much CPU time of all trials together [default: no limit]", t => OptionValue.Number(t), null);
    }

    /// <exception cref="CommandException">A limit that is not positive.</exception>
    public StopSettings Read(ParseResult parsed)
    {
        int? patience = parsed.GetValue(_frontPatience);
        double? hours = parsed.GetValue(_cpuHours);
        Check(patience is null or >= 1, "--front-patience must be 1 or more");
        Check(hours is null or (> 0 and <= 1e6), "--cpu-hours must be above 0, such as 0.5");
        return (parsed.GetValue(_stopEarly) ? StopSettings.Specification : new StopSettings()) with
        {
            HypervolumePlateauTrials = patience,
            TimeLimit = parsed.GetValue(_timeLimit),
            CpuLimit = hours is { } h ? TimeSpan.FromHours(h) : null,
        };
    }

    private static void Check(bool holds, string message)
    {
        if (!holds)
        {
            throw new CommandException(ExitCode.WrongUsage, message + ".");
        }
    }
}
