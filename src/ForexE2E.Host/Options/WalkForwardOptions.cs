using System.CommandLine;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>The rhythm of the walk forward.</summary>
internal sealed class WalkForwardOptions : OptionGroup
{
    private readonly Option<int> _trainDays;
    private readonly Option<int> _testDays;
    private readonly Option<int?> _stepDays;
    private readonly Option<double> _outOfSample;

    /// <param name="outOfSample">Share held back unless the user says otherwise.</param>
    public WalkForwardOptions(double outOfSample)
        : base("Walk forward")
    {
        WalkForwardSettings usual = new();
        string share = FormattableString.Invariant($"Share of the span held back at its end, 0 to 0.5 [default: {outOfSample}]");
        _trainDays = Add("--train-days", "N", "Days each window is fitted on, 20 to 60 [default: 30]", OptionValue.Whole, usual.TrainDays);
        _testDays = Add("--test-days", "N", "Days each window trades, 5 to 14 [default: 7]", OptionValue.Whole, usual.TestDays);
        _stepDays = Add<int?>("--step-days", "N", "Days from one window to the next, 5 to 14 [default: the test days]", t => OptionValue.Whole(t), null);
        _outOfSample = Add("--out-of-sample", "FRACTION", share, OptionValue.Number, outOfSample);
    }

    /// <exception cref="CommandException">A value lies outside its bounds.</exception>
    public WalkForwardSettings Read(ParseResult parsed)
    {
        int testDays = parsed.GetValue(_testDays);
        return Failure.Refused(ExitCode.WrongUsage, () => new WalkForwardSettings(
            parsed.GetValue(_trainDays), testDays, parsed.GetValue(_stepDays) ?? testDays, parsed.GetValue(_outOfSample)));
    }
}
