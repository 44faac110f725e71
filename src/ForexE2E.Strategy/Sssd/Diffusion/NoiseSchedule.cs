namespace ForexE2E.Strategy.Sssd.Diffusion;

/// <summary>
/// How much signal is left at each step: x = root(share) signal + root(1 - share) noise. Any number of steps respaces the same
/// curve, and the denoiser is told the share and not the step's number, so any schedule may be sampled with one model.
/// </summary>
internal static class NoiseSchedule
{
    /// <summary>Share at which nothing of the signal is left to see.</summary>
    public const double LeastShare = 4e-5;

    private const double FirstBeta = 0.1;
    private const double LastBeta = 20;
    private const double CosineOffset = 0.008;
    private const double SigmoidEdge = 3;

    /// <summary>Signal shares in falling order, the last of them pure noise.</summary>
    public static double[] Shares(NoiseScheduleKind kind, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        double[] shares = new double[steps];
        for (int i = 0; i < steps; i++)
        {
            shares[i] = Share(kind, (i + 1.0) / steps);
        }

        return shares;
    }

    /// <summary>Signal share at a time from 0 (clean) to 1 (noise).</summary>
    public static double Share(NoiseScheduleKind kind, double time) => Math.Clamp(
        kind switch
        {
            NoiseScheduleKind.Linear => Math.Exp(-((FirstBeta * time) + ((LastBeta - FirstBeta) / 2 * time * time))),
            NoiseScheduleKind.Cosine => Squared(Math.Cos((time + CosineOffset) / (1 + CosineOffset) * Math.PI / 2) / Math.Cos(CosineOffset / (1 + CosineOffset) * Math.PI / 2)),
            _ => (Sigmoid(SigmoidEdge) - Sigmoid(((2 * time) - 1) * SigmoidEdge)) / (Sigmoid(SigmoidEdge) - Sigmoid(-SigmoidEdge)),
        },
        LeastShare,
        1 - LeastShare);

    private static double Squared(double x) => x * x;

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
