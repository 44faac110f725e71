using System.Collections.Immutable;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;
using ForexE2E.Optimization.Samplers;
using ForexE2E.Optimization.Understanding;

namespace ForexE2E.Optimization.Tests.Understanding;

public sealed class ParameterImportanceTests
{
    private static readonly ParameterSpace Space = new(
        new ParameterList(
        [
            .. Enumerable.Range(0, 8).Select(i => ParameterDefinition.Float($"x{i}", ParameterGroup.Other, 0, 1, 0.5, "", "")),
            ParameterDefinition.Categorical("kind", ParameterGroup.Other, ["a", "b", "c"], "a", ""),
            ParameterDefinition.Bool("on", ParameterGroup.Other, false, ""),
            ParameterDefinition.Float("depth", ParameterGroup.Other, 0, 1, 0.5, "", "") with { LiveWhen = new ParameterCondition("on", 1) },
        ]), [], []);

    public static TheoryData<string> Methods => ["forest", "divergence"];

    [Theory]
    [MemberData(nameof(Methods))]
    public void What_moves_the_objective_comes_first(string method)
    {
        ImmutableArray<ImportanceShare> shares = Shares(method, s => (4 * Math.Pow(s["x3"] - 0.2, 2)) + (s.GetChoice("kind") == "b" ? 0 : 0.8) + (0.01 * s["x0"]));
        Assert.Equal(["kind", "x3"], shares.Take(2).Select(s => s.Parameter).Order());
        Assert.True(shares[1].Share > 3 * shares[2].Share, string.Join(", ", shares));
        Assert.InRange(shares.Sum(s => s.Share), 0, 1.0000001);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_conditional_parameter_is_judged_where_it_mattered(string method)
    {
        ImmutableArray<ImportanceShare> shares = Shares(method, s => s.GetBool("on") ? Math.Pow(s["depth"] - 0.8, 2) : 0.2);
        ImportanceShare depth = shares.Single(s => s.Parameter == "depth");
        Assert.True(depth.Share > shares.Where(s => s.Parameter.StartsWith('x')).Max(s => s.Share));
        Assert.InRange(depth.LiveShare, 0.4, 0.6);
    }

    [Fact]
    public void Each_objective_has_its_own_importance()
    {
        List<ObservedTrial> trials = Trials(s => [s["x1"], s["x2"]]);
        Assert.Equal("x1", ParameterImportance.ByForest(Space, trials, 0)[0].Parameter);
        Assert.Equal("x2", ParameterImportance.ByForest(Space, trials, 1)[0].Parameter);
    }

    [Fact]
    public void Failed_and_pruned_trials_teach_nothing_and_too_few_trials_give_nothing()
    {
        List<ObservedTrial> trials = Trials(s => [s["x1"]]);
        ImmutableArray<ImportanceShare> expected = ParameterImportance.ByForest(Space, trials, 0);
        trials.Add(ObservedTrial.Failed(900, Space.Defaults));
        trials.Add(ObservedTrial.Pruned(901, Space.Defaults, [-1e9]));
        Assert.Equal(expected.AsEnumerable(), ParameterImportance.ByForest(Space, trials, 0));
        Assert.Empty(ParameterImportance.ByForest(Space, trials.Take(9), 0));
    }

    [Fact]
    public void A_plateau_scores_above_a_needle()
    {
        List<ObservedTrial> plateau = Trials(s => [Math.Abs(s["x0"] - 0.5) < 0.4 ? 0.0 : 1]);
        List<ObservedTrial> needle = Trials(s => [s["x0"]]);
        needle.Add(ObservedTrial.Completed(500, Space.Defaults, [-5]));
        int best = plateau.First(t => t.Losses[0] == 0).Number;
        Assert.True(Neighbourhood.Of(Space, plateau, best, 0)!.Score > 0.9);
        Assert.True(Neighbourhood.Of(Space, needle, 500, 0)!.Score < 0.2);
        Assert.Null(Neighbourhood.Of(Space, needle, 12345, 0));
    }

    [Fact]
    public void The_history_of_a_run_rises_with_its_best()
    {
        Run run = TestRuns.Of(
            TestRuns.Completed(0, 1, [1, 5, 1.2, 0.2]),
            TestRuns.Completed(1, 9, [9, 5, 1.2, 0.2], violation: 1),
            TestRuns.Completed(2, 2, [2, 4, 1.2, 0.2]),
            TestRuns.Completed(3, 0, [0, 9, 1.0, 0.3]));
        ImmutableArray<HistoryPoint> history = HistoryPoint.Of(run);
        Assert.Equal([1, 1, 2, 2], history.Select(h => h.BestScore));
        Assert.Equal([true, false, true, false], history.Select(h => h.FrontChanged));
        Assert.Equal(1, history[^1].FrontSize);
    }

    private static ImmutableArray<ImportanceShare> Shares(string method, Func<ParameterSet, double> loss)
    {
        List<ObservedTrial> trials = Trials(s => [loss(s)]);
        return method == "forest" ? ParameterImportance.ByForest(Space, trials, 0) : ParameterImportance.ByDivergence(Space, trials, 0);
    }

    private static List<ObservedTrial> Trials(Func<ParameterSet, ImmutableArray<double>> losses)
    {
        var sampler = new RandomSampler(Space);
        return [.. Enumerable.Range(1, 250).Select(n => sampler.Suggest(n, [], SeedOf.Suggestion(3, n))).Select((s, n) => ObservedTrial.Completed(n, s, losses(s)))];
    }
}
