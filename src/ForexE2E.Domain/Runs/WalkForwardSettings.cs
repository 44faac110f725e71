namespace ForexE2E.Domain.Runs;

/// <summary>The rhythm of the walk forward, in calendar days.</summary>
public sealed record WalkForwardSettings
{
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside its bounds.</exception>
    public WalkForwardSettings(int trainDays = 30, int testDays = 7, int stepDays = 7, double outOfSampleFraction = 0.2)
    {
        TrainDays = Check(nameof(trainDays), trainDays, 20, 60);
        TestDays = Check(nameof(testDays), testDays, 5, 14);
        StepDays = Check(nameof(stepDays), stepDays, 5, 14);
        if (StepDays < TestDays)
        {
            throw new ArgumentOutOfRangeException(nameof(stepDays), stepDays, "Step days must not be less than test days: test spans would overlap and trades count twice.");
        }

        if (!(outOfSampleFraction >= 0 && outOfSampleFraction <= 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(outOfSampleFraction), outOfSampleFraction, "The out-of-sample fraction must be 0 to 0.5.");
        }

        OutOfSampleFraction = outOfSampleFraction;
    }

    /// <summary>20 to 60.</summary>
    public int TrainDays { get; }

    /// <summary>5 to 14.</summary>
    public int TestDays { get; }

    /// <summary>5 to 14, not less than the test days.</summary>
    public int StepDays { get; }

    /// <summary>Share of the span, at its end, that no trial sees and the chosen set is validated on; 0 to 0.5.</summary>
    public double OutOfSampleFraction { get; }

    private static int Check(string name, int value, int least, int most) => value >= least && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"Must be {least} to {most} days."));
}
