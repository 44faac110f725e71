using System.Collections.Immutable;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Optimization.Tests;

/// <summary>Small spaces with every kind of parameter, and losses on them.</summary>
internal static class TestSpaces
{
    /// <summary>Float, logarithmic float, whole number, choice, switch, a conditional parameter, an order and a fixed value.</summary>
    public static ParameterSpace Mixed { get; } = new(
        new ParameterList(
        [
            ParameterDefinition.Float("x", ParameterGroup.Other, -2, 3, 0, "", ""),
            ParameterDefinition.Float("rate", ParameterGroup.Other, 1e-5, 1e-1, 1e-3, "", "", logScale: true),
            ParameterDefinition.Int("count", ParameterGroup.Other, 1, 9, 4, "", ""),
            ParameterDefinition.Int("width", ParameterGroup.Other, 16, 256, 64, "", "", logScale: true),
            ParameterDefinition.Categorical("kind", ParameterGroup.Other, ["a", "b", "c"], "a", ""),
            ParameterDefinition.Bool("smooth", ParameterGroup.Other, false, ""),
            ParameterDefinition.Float("smoothing", ParameterGroup.Other, 0, 1, 0.5, "", "") with { LiveWhen = new ParameterCondition("smooth", 1) },
            ParameterDefinition.Float("low", ParameterGroup.Other, 0, 1, 0.3, "", ""),
            ParameterDefinition.Float("high", ParameterGroup.Other, 0, 1, 0.6, "", ""),
            ParameterDefinition.Float("pinned", ParameterGroup.Other, 0, 1, 0.2, "", ""),
        ]),
        [new ParameterConstraint("low", "high", 0.01)],
        [new FixedParameter("pinned", 0.7, "held by the test")]);

    /// <summary>Two objectives: two targets on the same parameters.</summary>
    public static ImmutableArray<double> TwoLosses(ParameterSet set) => [Bowl(set, 0.25), Bowl(set, 0.75)];

    /// <summary>Squared distance to a target at a share of every ordered range, plus a price for the wrong choice.</summary>
    public static double Bowl(ParameterSet set, double target = 0.6)
    {
        double Share(string name) => (set[name] - set.Definitions[set.Definitions.IndexOf(name)].Low)
            / (set.Definitions[set.Definitions.IndexOf(name)].High - set.Definitions[set.Definitions.IndexOf(name)].Low);
        double Square(double v) => v * v;
        return Square(Share("x") - target) + Square((Math.Log10(set["rate"]) + 3) / 4) + Square(Share("count") - target)
            + Square(Share("low") - (0.5 * target)) + (set.GetChoice("kind") == "b" ? 0 : 0.3) + (set.GetBool("smooth") ? Square(set["smoothing"] - target) : 0.2);
    }
}
