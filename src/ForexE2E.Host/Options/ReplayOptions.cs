using System.CommandLine;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>A stored trial to compute anew.</summary>
internal sealed class ReplayOptions : OptionGroup
{
    private readonly Option<string?> _run;
    private readonly Option<int?> _trial;

    public ReplayOptions()
        : base("Replay of a stored trial")
    {
        _run = Add<string?>("--run", "RUN", "Compute a stored trial of this run anew and compare to the last digit", OptionValue.Text, null);
        _trial = Add<int?>("--trial", "N", "Number of the trial, from 0", t => OptionValue.Whole(t), null);
    }

    /// <summary>Null: no replay.</summary>
    /// <exception cref="CommandException">Only one of the two was given.</exception>
    public (string Run, TrialNumber Trial)? Read(ParseResult parsed) => (parsed.GetValue(_run), parsed.GetValue(_trial)) switch
    {
        (null, null) => null,
        ({ } run, >= 0 and int trial) => (run, new TrialNumber(trial)),
        _ => throw new CommandException(ExitCode.WrongUsage, "A replay needs both --run RUN and --trial N, with N from 0."),
    };
}
