using CsCheck;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Domain.Tests.Parameters;

public sealed class ParameterSpaceRepairTests
{
    private static readonly ParameterSpace Catalogue = ParameterCatalog.Space([]);

    // Values inside, outside, at and beyond the bounds, and none at all.
    private static readonly Gen<double[]> Vectors = Gen.OneOf(
        Gen.Double[-0.5, 1.5], Gen.Const(0.0), Gen.Const(1.0), Gen.Const(double.NaN), Gen.Const(double.PositiveInfinity))
        .Array[Catalogue.Definitions.Count]
        .Select(shares => shares.Select((s, i) => Catalogue.Definitions[i].Low + (s * (Catalogue.Definitions[i].High - Catalogue.Definitions[i].Low))).ToArray());

    [Fact]
    public void Any_vector_becomes_a_set_that_keeps_every_constraint() => Vectors.Sample(v =>
    {
        ParameterSet set = Catalogue.Repair(v);
        Assert.All(Catalogue.Constraints, c => Assert.True(c.Holds(set[c.Lesser], set[c.Greater]), c.ToString()));
    });

    [Fact]
    public void Repairing_twice_changes_nothing_more() => Vectors.Sample(v =>
    {
        ParameterSet once = Catalogue.Repair(v);
        Assert.Equal(once, Catalogue.Repair(once.Values));
    });

    [Fact]
    public void What_does_not_matter_stands_at_its_default_unless_an_order_moves_it() => Vectors.Sample(v =>
    {
        ParameterSet set = Catalogue.Repair(v);
        for (int i = 0; i < Catalogue.Definitions.Count; i++)
        {
            ParameterDefinition p = Catalogue.Definitions[i];
            bool ordered = Catalogue.Constraints.Any(c => c.Lesser == p.Name || c.Greater == p.Name);
            Assert.True(ordered || Catalogue.IsLive(i, set.Values) || set.Values[i] == p.Default, p.Name);
        }
    });

    [Fact]
    public void A_valid_set_is_left_as_it_is() => Assert.Equal(Catalogue.Defaults, Catalogue.Repair(Catalogue.Defaults.Values));

    [Fact]
    public void The_greater_is_raised_and_where_it_cannot_the_lesser_is_lowered()
    {
        ParameterSet raised = Catalogue.Repair(With(("risk_stop_loss_pct", 4.5), ("risk_take_profit_pct", 3)));
        Assert.Equal(4.5, raised["risk_stop_loss_pct"]);
        Assert.Equal(4.51, raised["risk_take_profit_pct"], 12);

        ParameterSpace pinned = ParameterCatalog.Space([new FixedParameter("risk_take_profit_pct", 3, "test")]);
        ParameterSet lowered = pinned.Repair(With(("risk_stop_loss_pct", 4.5)));
        Assert.Equal(2.99, lowered["risk_stop_loss_pct"], 12);
    }

    [Fact]
    public void Fixed_values_that_contradict_an_order_are_refused_by_name()
    {
        ParameterException e = Assert.Throws<ParameterException>(() => ParameterCatalog.Space(
            [new FixedParameter("risk_stop_loss_pct", 4, "test"), new FixedParameter("risk_take_profit_pct", 2, "test")]));
        Assert.Contains("risk_stop_loss_pct", e.Message, StringComparison.Ordinal);
    }

    private static double[] With(params (string Name, double Value)[] values)
    {
        double[] all = Catalogue.Defaults.Values.ToArray();
        foreach ((string name, double value) in values)
        {
            all[Catalogue.Definitions.IndexOf(name)] = value;
        }

        return all;
    }
}
