using System.Collections.Immutable;
using CsCheck;
using ForexE2E.Optimization.Fronts;
using ForexE2E.Optimization.Samplers;
using ForexE2E.Optimization.Selection;

namespace ForexE2E.Optimization.Tests.Selection;

public sealed class ParetoFrontTests
{
    private static readonly Gen<ImmutableArray<double>[]> Losses = Gen.Int[0, 6].Select(v => (double)v).Array[3].Select(a => a.ToImmutableArray()).Array[1, 40];

    [Fact]
    public void No_member_is_dominated_and_every_other_trial_is() => Losses.Sample(points =>
    {
        ParetoFront front = ParetoFront.Of(Trials(points));
        Assert.All(front.Members, m => Assert.DoesNotContain(points, p => Dominance.Dominates(p.AsSpan(), m.Losses.AsSpan())));
        Assert.All(points, p => Assert.Contains(front.Members, m => Dominance.WeaklyDominates(m.Losses.AsSpan(), p.AsSpan())));
    });

    [Fact]
    public void A_permutation_of_the_objectives_permutes_the_front() => Losses.Sample(points =>
    {
        ImmutableArray<double>[] turned = [.. points.Select(p => ImmutableArray.Create(p[2], p[0], p[1]))];
        Assert.Equal(
            ParetoFront.Of(Trials(points)).Members.Select(m => m.Number),
            ParetoFront.Of(Trials(turned)).Members.Select(m => m.Number));
    });

    [Fact]
    public void Failed_pruned_and_infeasible_trials_never_belong_to_it()
    {
        var set = TestSpaces.Mixed.Defaults;
        ParetoFront front = ParetoFront.Of(
        [
            ObservedTrial.Failed(0, set),
            ObservedTrial.Pruned(1, set, [-5, -5]),
            ObservedTrial.Completed(2, set, [-4, -4], violation: 0.01),
            ObservedTrial.Completed(3, set, [double.NaN, -9]),
            ObservedTrial.Completed(4, set, [1, 1]),
        ]);
        Assert.Equal(4, Assert.Single(front.Members).Number);
    }

    private static IEnumerable<ObservedTrial> Trials(ImmutableArray<double>[] points) =>
        points.Select((p, i) => ObservedTrial.Completed(i, TestSpaces.Mixed.Defaults, p));
}
