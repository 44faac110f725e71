namespace ForexE2E.Strategy.Rl.Training;

/// <summary>How long and on what an agent of each shape is trained.</summary>
public sealed record AgentTrainingSettings
{
    /// <summary>All luck of the training comes from it.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Rounds of experience at most, for each shape.</summary>
    public int Rounds { get; init; } = 60;

    /// <summary>Rounds between two looks at the validation days.</summary>
    public int LookEvery { get; init; } = 4;

    /// <summary>Looks without a better validation reward after which a shape is finished.</summary>
    public int Patience { get; init; } = 5;

    /// <summary>Runs of days acted on side by side in a round, drawn anew each time.</summary>
    public int Sequences { get; init; } = 8;

    /// <summary>Days of a run: about a month, as in a window.</summary>
    public int Steps { get; init; } = 22;

    /// <summary>Share of the days, at their end, that only decides when to stop.</summary>
    public double ValidationFraction { get; init; } = 0.2;

    /// <exception cref="ArgumentException">A number cannot be; the message names it.</exception>
    public AgentTrainingSettings Validated()
    {
        Check(Rounds is >= 1 and <= 10_000, "Rounds must be 1 to 10000", Rounds);
        Check(LookEvery >= 1, "Rounds between looks must be 1 or more", LookEvery);
        Check(Patience >= 1, "Patience must be 1 or more", Patience);
        Check(Sequences is >= 1 and <= 256, "Sequences must be 1 to 256", Sequences);
        Check(Steps is >= 2 and <= 256, "Steps must be 2 to 256", Steps);
        Check(ValidationFraction is >= 0.05 and <= 0.5, "The validation fraction must be 0.05 to 0.5", ValidationFraction);
        return this;
    }

    private static void Check(bool holds, string rule, double value)
    {
        if (!holds)
            throw new ArgumentException(FormattableString.Invariant($"{rule}, was {value}."));
    }
}
