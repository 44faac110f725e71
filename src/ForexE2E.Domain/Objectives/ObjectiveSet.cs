using System.Collections.Immutable;
using ForexE2E.Domain.Performance;

namespace ForexE2E.Domain.Objectives;

/// <summary>The objectives of a run, in order, and the single score made of them.</summary>
public sealed record ObjectiveSet
{
    /// <exception cref="ArgumentException">No objective, or a weight, scale or cap that is not finite and positive where it must be.</exception>
    public ObjectiveSet(ImmutableArray<Objective> objectives)
    {
        if (objectives.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A run must have at least one objective.", nameof(objectives));
        }

        Objective? bad = objectives.FirstOrDefault(o => !(o.Weight >= 0 && double.IsFinite(o.Weight) && o.Scale > 0 && double.IsFinite(o.Scale)));
        if (bad is not null)
        {
            throw new ArgumentException($"Objective {bad.Metric}: weight must be 0 or more and scale above 0.", nameof(objectives));
        }

        All = objectives;
    }

    /// <summary>Sharpe 0.5, drawdown 0.3 a 10 %, profit factor 0.15 (capped at 10), cost ratio 0.05 a 10 % (capped at 10): specification 7.3, PARAMETERS "Objectives".</summary>
    public static ObjectiveSet Default { get; } = new(
    [
        new(ObjectiveMetric.SharpeRatio, Direction.Maximize, 0.5),
        new(ObjectiveMetric.MaxDrawdownPct, Direction.Minimize, 0.3, Scale: 10),
        new(ObjectiveMetric.ProfitFactor, Direction.Maximize, 0.15, Cap: 10),
        new(ObjectiveMetric.CostRatio, Direction.Minimize, 0.05, Scale: 0.1, Cap: 10),
    ]);

    public ImmutableArray<Objective> All { get; }

    /// <summary>
    /// The objective values of a result in their natural sign, caps applied; null when one of them is undefined. A profit
    /// factor without a losing trade counts as its cap; a cost ratio without gross profit too.
    /// </summary>
    public ImmutableArray<double>? ValuesOf(PerformanceMetrics metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        var values = ImmutableArray.CreateBuilder<double>(All.Length);
        foreach (Objective objective in All)
        {
            double? value = Measure(objective.Metric, metrics) ?? Unlimited(objective, metrics);
            if (value is null)
            {
                return null;
            }

            values.Add(Math.Min(value.Value, objective.Cap ?? double.MaxValue));
        }

        return values.MoveToImmutable();
    }

    /// <summary>The values as losses: smaller is better in each.</summary>
    public ImmutableArray<double> ToLosses(ImmutableArray<double> values) => [.. values.Select((v, i) => All[i].ToLoss(v))];

    /// <summary>The single score, greater is better: sum of weight times value over scale, minimised objectives subtracted.</summary>
    public double Score(ImmutableArray<double> values)
    {
        double score = 0;
        for (int i = 0; i < All.Length; i++)
        {
            score -= All[i].Weight * All[i].ToLoss(values[i]) / All[i].Scale;
        }

        return score;
    }

    public bool Equals(ObjectiveSet? other) => other is not null && All.SequenceEqual(other.All);

    public override int GetHashCode() => All.Aggregate(0, HashCode.Combine);

    private static double? Measure(ObjectiveMetric metric, PerformanceMetrics m) => metric switch
    {
        ObjectiveMetric.SharpeRatio => m.SharpeRatio,
        ObjectiveMetric.MaxDrawdownPct => m.MaxDrawdownPct,
        ObjectiveMetric.ProfitFactor => m.ProfitFactor,
        ObjectiveMetric.CostRatio => m.CostRatio,
        ObjectiveMetric.CalmarRatio => m.CalmarRatio,
        ObjectiveMetric.SortinoRatio => m.SortinoRatio,
        ObjectiveMetric.TotalReturnPct => m.TotalReturnPct,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "Unknown metric."),
    };

    // No loss at all, or no profit at all, is the extreme of the ratio and counts as its cap.
    private static double? Unlimited(Objective objective, PerformanceMetrics m) => objective.Metric switch
    {
        ObjectiveMetric.ProfitFactor when m.WinningTrades > 0 => objective.Cap,
        ObjectiveMetric.CostRatio when m.TotalTrades > 0 => objective.Cap,
        _ => null,
    };
}
