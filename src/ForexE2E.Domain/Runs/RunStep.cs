namespace ForexE2E.Domain.Runs;

/// <summary>What a run should do next.</summary>
public abstract record RunStep
{
    private RunStep()
    {
    }

    /// <summary>Suggest and start this many trials.</summary>
    public sealed record StartTrials(int Count) : RunStep;

    /// <summary>Nothing until a trial ends.</summary>
    public sealed record Wait : RunStep;

    /// <summary>No trial is left: validate and close.</summary>
    public sealed record Finish : RunStep;
}
