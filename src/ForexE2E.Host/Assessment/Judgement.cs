using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Host.Assessment;

/// <summary>
/// What an honest reader would say about a finished run (specification 8.3): held-back Sharpe below 70 % of in-sample is an
/// overfitting risk; too few trades, no feasible trial, generated bars and missing costs are named.
/// </summary>
/// <param name="OverfittingRisk">Null when it cannot be told.</param>
/// <param name="Words">Sentences for people, most important first.</param>
internal sealed record Judgement(bool? OverfittingRisk, ImmutableArray<string> Words)
{
    /// <summary>Least acceptable share of the in-sample Sharpe ratio.</summary>
    public const double LeastShare = 0.7;

    private const int FewTrades = 30;

    public static Judgement Of(RunDefinition definition, RunOutcome outcome)
    {
        TrialResult? inSample = Find(outcome, "best", "in_sample");
        TrialResult? outOfSample = Find(outcome, "best", "out_of_sample");
        List<string> words = [];
        if (outcome.State != RunState.Completed)
        {
            words.Add($"The run is {outcome.State.ToString().ToLowerInvariant()}: {outcome.Reason}.");
        }
        else if (!outcome.HasBest)
        {
            words.Add($"No trial was feasible ({LimitsOf(definition.Feasibility)}): there is nothing to recommend. Loosen the limits, or give a longer span or more trials.");
        }

        AddFallbacks(outcome, words);
        bool? risk = Risk(inSample, outOfSample, words);
        AddComparison(outcome, outOfSample, words);
        AddCircumstances(definition, words);
        return new Judgement(risk, [.. words]);
    }

    /// <summary>A validation of a run; null when there is none.</summary>
    public static TrialResult? Find(RunOutcome outcome, string subject, string sample) =>
        outcome.Validations.FirstOrDefault(v => v.Subject == subject && v.Sample == sample)?.Result;

    private static bool? Risk(TrialResult? inSample, TrialResult? outOfSample, List<string> words)
    {
        if (inSample is null)
        {
            return null;
        }

        if (outOfSample is null)
        {
            words.Add("Nothing was held back: these numbers were optimised on and will flatter. Use --out-of-sample 0.2.");
            return null;
        }

        if (inSample.Metrics.SharpeRatio is not > 0)
        {
            words.Add("The chosen set earns nothing in sample: there is no edge to overfit.");
            return null;
        }

        double held = outOfSample.Metrics.SharpeRatio ?? 0;
        double share = held / inSample.Metrics.SharpeRatio.Value;
        bool risk = share < LeastShare;
        bool isEnough = outOfSample.Metrics.TotalTrades >= FewTrades;
        string verdict = risk ? "Overfitting risk" : isEnough ? "Acceptable" : "Not proven";
        string relation = held > 0 ? FormattableString.Invariant($"is {share * 100:0} % of") : "stands against";
        words.Add(FormattableString.Invariant(
            $"{verdict}: out-of-sample Sharpe {held:0.00} {relation} in-sample {inSample.Metrics.SharpeRatio:0.00} (least acceptable: {LeastShare * 100:0} %)."));
        return risk || isEnough ? risk : null;
    }

    private static void AddFallbacks(RunOutcome outcome, List<string> words)
    {
        string[] without = [.. outcome.ByRegime.Where(r => r.Best is null).Select(r => r.Regime.ToName())];
        if (outcome.HasBest && without.Length > 0)
        {
            words.Add($"No trial was feasible in {string.Join(", ", without)}: the default set serves there.");
        }
    }

    private static void AddComparison(RunOutcome outcome, TrialResult? best, List<string> words)
    {
        if (best is null)
        {
            return;
        }

        if (best.Metrics.TotalTrades < FewTrades)
        {
            words.Add(FormattableString.Invariant($"Only {best.Metrics.TotalTrades} trades out of sample: too few to tell skill from luck."));
        }

        if (Find(outcome, "defaults", "out_of_sample") is { } defaults && best.Metrics.TotalReturn <= defaults.Metrics.TotalReturn)
        {
            words.Add("Out of sample the optimum earns no more than the defaults.");
        }
    }

    private static void AddCircumstances(RunDefinition definition, List<string> words)
    {
        if (definition.Data.IsSynthetic)
        {
            words.Add("Generated bars: not a real market. These numbers show that the machinery works and say nothing about real money.");
        }

        if (definition.Costs == CostSettings.Zero)
        {
            words.Add("Zero costs were asked for: no broker trades like this.");
        }
    }

    private static string LimitsOf(Feasibility limits) => string.Join(", ", new[]
    {
        FormattableString.Invariant($"at least {limits.MinTrades} trades"),
        limits.MaxDrawdownPct is { } drawdown ? FormattableString.Invariant($"drawdown up to {drawdown} %") : null,
        limits.MinWinRate is { } winRate ? FormattableString.Invariant($"win rate from {winRate}") : null,
        limits.MaxDailyLossPct is { } loss ? FormattableString.Invariant($"daily loss up to {loss} %") : null,
        limits.MinSharpe is { } sharpe ? FormattableString.Invariant($"Sharpe from {sharpe}") : null,
    }.OfType<string>());
}
