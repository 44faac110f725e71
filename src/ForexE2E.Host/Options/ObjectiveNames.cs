using System.Collections.Immutable;
using ForexE2E.Domain.Objectives;

namespace ForexE2E.Host.Options;

/// <summary>Objectives as the command line spells them: names, each with a weight of the single score if wanted.</summary>
internal static class ObjectiveNames
{
    private const double UsualWeight = 0.5;

    private static readonly ImmutableArray<(string Name, Objective Objective)> Known =
    [
        .. new[] { "sharpe", "max_drawdown", "profit_factor", "cost" }.Zip(ObjectiveSet.Default.All),
        ("calmar", new Objective(ObjectiveMetric.CalmarRatio, Direction.Maximize, UsualWeight)),
        ("sortino", new Objective(ObjectiveMetric.SortinoRatio, Direction.Maximize, UsualWeight)),
        ("return", new Objective(ObjectiveMetric.TotalReturnPct, Direction.Maximize, UsualWeight, Scale: 10)),
    ];

    /// <summary>Such as sharpe,max_drawdown:0.3; what has no weight has its usual one.</summary>
    /// <exception cref="FormatException">An unknown name, a name twice, or a weight that is no number from 0.</exception>
    public static ObjectiveSet Parse(string text)
    {
        Objective[] objectives = [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(One)];
        if (objectives.Length == 0 || objectives.DistinctBy(o => o.Metric).Count() < objectives.Length || objectives.All(o => o.Weight == 0))
        {
            throw new FormatException($"must name objectives once each, at least one with a weight above 0, such as sharpe,max_drawdown:0.3, was '{text}'");
        }

        return new ObjectiveSet([.. objectives]);
    }

    private static Objective One(string text)
    {
        string[] parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        Objective objective = OptionValue.OneOf(parts[0], [.. Known]);
        if (parts.Length == 1)
        {
            return objective;
        }

        double weight = OptionValue.Number(parts[1]);
        return weight >= 0 ? objective with { Weight = weight } : throw new FormatException($"the weight of {parts[0]} must be 0 or more, was {parts[1]}");
    }
}
