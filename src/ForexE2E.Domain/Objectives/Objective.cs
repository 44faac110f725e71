namespace ForexE2E.Domain.Objectives;

/// <summary>A metric that is optimised. The metric keeps its natural sign; the direction says which way is better.</summary>
/// <param name="Metric">What is measured.</param>
/// <param name="Weight">Weight in the single score, not negative.</param>
/// <param name="Scale">The metric is divided by it in the single score, such as 10 for drawdown in percent.</param>
/// <param name="Cap">Greatest value that counts, such as 10 for the profit factor; null for none.</param>
public sealed record Objective(ObjectiveMetric Metric, Direction Direction, double Weight, double Scale = 1, double? Cap = null)
{
    /// <summary>The value as a loss: smaller is better, whatever the direction.</summary>
    public double ToLoss(double value) => Direction == Direction.Minimize ? value : -value;
}
