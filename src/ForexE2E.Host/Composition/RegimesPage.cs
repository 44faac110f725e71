using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Json;
using ForexE2E.Strategy.Regimes;

namespace ForexE2E.Host.Composition;

/// <summary>Makes the document of a regime path: by block or by bar, with shares, stays and the score against true states.</summary>
internal static class RegimesPage
{
    public static RegimesDocument Of(RunDefinition definition, MarketData data, RegimeReading reading, bool eachBar, IReadOnlyDictionary<DateTime, Regime>? states)
    {
        List<(int Bar, RegimeBelief Belief, RegimeReading.Part Part)> bars = [.. reading.Windows.SelectMany(p => Bars(p, data.Bars))];
        IEnumerable<(int Bar, RegimeBelief Belief, RegimeReading.Part Part)> shown = eachBar ? bars : bars.Where(b => b.Bar == b.Belief.Bar);
        return new RegimesDocument(
            DataDocument.Of(definition, data.Hash),
            reading.Once || reading.Windows.Length == 1 ? "once" : "walk_forward",
            (int)Math.Round((reading.Windows[0].Window.TrainTo - reading.Windows[0].Window.TrainFrom).TotalDays),
            Math.Max(1, 60 / data.Bars.Timeframe.Minutes),
            [.. reading.Windows.Select(p => new RegimeWindowDocument(p.Window.Index, p.Window.TrainFrom, p.Window.TrainTo, p.From, p.To, p.Fitted))],
            RegimeNames.States.ToDictionary(r => r.ToName(), r => bars.Count == 0 ? 0 : (double)bars.Count(b => b.Belief.Regime == r) / bars.Count, StringComparer.Ordinal),
            RegimeNames.States.ToDictionary(r => r.ToName(), r => MeanStay(bars, r), StringComparer.Ordinal),
            states is null ? null : RegimeScore.Of([.. bars.Where(b => !InTrain(b.Bar, b.Part, data.Bars)).Select(b => (data.Bars.StartOf(b.Bar), b.Belief.Regime))], states),
            [.. shown.Select(b => Point(b.Bar, b.Belief, b.Part, data.Bars))],
            [.. reading.Remarks, .. definition.Data.IsSynthetic ? ["Generated bars: not a real market."] : Array.Empty<string>()]);
    }

    // Each bar from the first complete block on, with the belief of the last complete block at its close.
    private static IEnumerable<(int Bar, RegimeBelief Belief, RegimeReading.Part Part)> Bars(RegimeReading.Part part, BarSeries bars)
    {
        int end = bars.IndexAtOrAfter(part.To);
        for (int i = 0; i < part.Path.Length; i++)
        {
            int next = i + 1 < part.Path.Length ? part.Path[i + 1].Bar : end;
            for (int bar = part.Path[i].Bar; bar < next; bar++)
            {
                yield return (bar, part.Path[i], part);
            }
        }
    }

    private static bool InTrain(int bar, RegimeReading.Part part, BarSeries bars) => bars.StartOf(bar) < part.Window.TrainTo;

    private static RegimePointDocument Point(int bar, RegimeBelief b, RegimeReading.Part part, BarSeries bars) => new(
        bars.StartOf(bar),
        bars.EndOf(bar),
        b.Regime.ToName(),
        Math.Round(b.TrendingUp, 6),
        Math.Round(b.TrendingDown, 6),
        Math.Round(b.Ranging, 6),
        Math.Round(b.Volatile, 6),
        part.Window.Index,
        InTrain(bar, part, bars));

    private static double? MeanStay(IReadOnlyList<(int Bar, RegimeBelief Belief, RegimeReading.Part Part)> bars, Regime regime)
    {
        int inside = bars.Count(b => b.Belief.Regime == regime);
        int stays = bars.Where((b, i) => b.Belief.Regime == regime && (i == 0 || bars[i - 1].Belief.Regime != regime)).Count();
        return stays == 0 ? null : (double)inside / stays;
    }
}
