namespace ForexE2E.Strategy.Rl.Ppo;

/// <summary>Generalised advantage estimation (Schulman et al. 2016).</summary>
internal static class Advantages
{
    /// <summary>
    /// A(t) = delta(t) + gamma lambda A(t + 1), delta(t) = reward(t) + gamma V(t + 1) - V(t), of sequences side by side; the value after the
    /// last step stands for all that follows.
    /// </summary>
    /// <param name="rewards">Steps x sequences.</param>
    /// <param name="values">One step more.</param>
    public static void Estimate(ReadOnlySpan<float> rewards, ReadOnlySpan<float> values, int sequences, double gamma, double lambda, Span<float> advantages)
    {
        float discount = (float)gamma, decay = (float)(gamma * lambda);
        for (int i = rewards.Length - 1; i >= 0; i--)
        {
            float delta = rewards[i] + (discount * values[i + sequences]) - values[i];
            advantages[i] = delta + (i + sequences < rewards.Length ? decay * advantages[i + sequences] : 0);
        }
    }

    /// <summary>Takes off the mean and divides by the deviation, in place.</summary>
    public static void Standardise(Span<float> advantages)
    {
        double mean = 0, square = 0;
        foreach (float value in advantages)
            mean += value;
        mean /= advantages.Length;
        foreach (float value in advantages)
            square += (value - mean) * (value - mean);
        double scale = 1 / (Math.Sqrt(square / advantages.Length) + 1e-8);
        foreach (ref float value in advantages)
            value = (float)((value - mean) * scale);
    }
}
