namespace ForexE2E.Domain.Deployments;

/// <summary>What a deployment may lose before it pauses itself (specification 5.2.3).</summary>
/// <param name="MaxPositionSizePct">10 to 50 percent.</param>
/// <param name="DailyLossLimitPct">2 to 5 percent.</param>
/// <param name="MaxConsecutiveLosses">3 to 10 trades.</param>
public sealed record SafetyLimits(double MaxPositionSizePct = 20, double DailyLossLimitPct = 3, int MaxConsecutiveLosses = 5, bool AutoPause = true);
