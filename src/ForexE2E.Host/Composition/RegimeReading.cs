using System.Collections.Immutable;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Failures;
using ForexE2E.Strategy.Regimes;

namespace ForexE2E.Host.Composition;

/// <summary>
/// Fits regimes along a span. Walk forward: each window's test span is filtered by the model of its train span, the first
/// model also says the path of its own train span, and the last one goes on to the end of the span.
/// </summary>
/// <param name="Windows">Each with the beliefs of its part of the path, and whether its train span was enough to fit.</param>
/// <param name="Remarks">What the user should know about the fit.</param>
internal sealed record RegimeReading(ImmutableArray<RegimeReading.Part> Windows, bool Once, ImmutableArray<string> Remarks)
{
    /// <param name="From">First instant it speaks of.</param>
    /// <param name="To">End, exclusive.</param>
    public sealed record Part(WalkForwardWindow Window, DateTime From, DateTime To, bool Fitted, ImmutableArray<RegimeBelief> Path);

    /// <exception cref="CommandException">The span has no bars.</exception>
    public static RegimeReading Of(RunDefinition definition, BarSeries bars, bool once, CancellationToken cancellation)
    {
        List<string> remarks = [];
        ImmutableArray<WalkForwardWindow> windows = Rhythm(definition, once, remarks);
        List<Part> parts = [];
        for (int i = 0; i < windows.Length; i++)
        {
            WalkForwardWindow w = windows[i];
            DateTime from = i == 0 ? w.TrainFrom : w.TestFrom;
            DateTime to = i == windows.Length - 1 ? definition.To : windows[i + 1].TestFrom;
            parts.Add(PartOf(definition, bars, w, from, to, cancellation));
        }

        if (parts.Any(p => !p.Fitted))
        {
            remarks.Add($"A train span with fewer than {RegimePath.LeastBlocks} blocks is not fitted; all its bars count as ranging and are not in the path.");
        }

        return new RegimeReading([.. parts], once, [.. remarks]);
    }

    private static ImmutableArray<WalkForwardWindow> Rhythm(RunDefinition d, bool once, List<string> remarks)
    {
        DateTime trainTo = d.From.AddDays(d.WalkForward.TrainDays);
        if (trainTo >= d.To)
        {
            trainTo = d.From.AddTicks((d.To - d.From).Ticks / 2);
            remarks.Add(FormattableString.Invariant(
                $"The span has no more than {d.WalkForward.TrainDays} days to train on: fitted once on its first half, to {trainTo:yyyy-MM-dd HH:mm}."));
            once = true;
        }

        bool isShort = d.From.AddDays(d.WalkForward.TrainDays + d.WalkForward.TestDays) > d.To;
        return once || isShort
            ? [new WalkForwardWindow(0, d.From, trainTo, trainTo, d.To)]
            : WalkForwardPlan.Create(d.From, d.To, d.WalkForward).InSample;
    }

    private static Part PartOf(RunDefinition d, BarSeries bars, WalkForwardWindow w, DateTime from, DateTime to, CancellationToken cancellation)
    {
        int first = bars.IndexAtOrAfter(w.TrainFrom);
        int trainEnd = bars.IndexAtOrAfter(w.TrainTo.AddMinutes(1 - bars.Timeframe.Minutes));
        int end = bars.IndexAtOrAfter(to);
        ImmutableArray<RegimeBelief> path = trainEnd <= first ? [] : RegimePath.Of(bars, first, trainEnd, end, SeedOf.Fit(d.Seed, w.Index), cancellation);
        int begin = bars.IndexAtOrAfter(from);
        return new Part(w, from, to, path.Length > 0, [.. path.Where(b => b.Bar >= begin)]);
    }
}
