namespace ForexE2E.Strategy.Rl.Ppo;

/// <summary>What a policy says of a batch: means of each row, and deviations shared by all rows, with their logarithms.</summary>
internal readonly ref struct PolicyView(ReadOnlySpan<float> means, ReadOnlySpan<float> logs, ReadOnlySpan<float> deviations)
{
    public ReadOnlySpan<float> Means { get; } = means;

    public ReadOnlySpan<float> Logs { get; } = logs;

    public ReadOnlySpan<float> Deviations { get; } = deviations;
}
