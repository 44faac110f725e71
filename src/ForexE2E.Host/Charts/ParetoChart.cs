using System.Collections.Immutable;
using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Assessment;
using ForexE2E.Host.Json;
using ForexE2E.Optimization.Selection;
using ScottPlot;

namespace ForexE2E.Host.Charts;

/// <summary>A front over two objectives: the second across, the first upward, as risk and reward are drawn.</summary>
internal static class ParetoChart
{
    public const int Width = 1000;
    public const int Height = 680;

    private const double BetterPart = 0.8;
    private const double Room = 0.08;

    public static Plot Of(TrialGroup group, FrontDocument front)
    {
        ImmutableArray<Objective> objectives = group.Objectives.All;
        string more = objectives.Length > 2 ? FormattableString.Invariant($" in {objectives.Length} objectives, two of them shown") : "";
        Plot plot = ChartStyle.Begin($"Pareto front{more} ({group.Regime})", Label(objectives[1]), Label(objectives[0]));
        HashSet<int> members = [.. front.Members.Select(m => m.Trial)];
        Trial[] drawn = [.. group.Trials.Where(t => t is { State: TrialState.Completed, Result.Objectives.IsDefaultOrEmpty: false })];
        ChartStyle.Dots(plot, Points(drawn.Where(t => !t.IsSelectable())), "limits broken", ChartStyle.Grey.WithAlpha(150), 6, MarkerShape.Eks);
        ChartStyle.Dots(plot, Points(drawn.Where(t => t.IsSelectable() && !members.Contains(t.Number.Value))), "dominated", ChartStyle.Grey, 7);
        ChartStyle.Dots(plot, Points(drawn.Where(t => members.Contains(t.Number.Value))), "on the front", ChartStyle.Blue, 11);
        Mark(plot, drawn, front.Knee, "knee", ChartStyle.Green, 20);
        Mark(plot, drawn, front.Best, "best score", ChartStyle.Vermilion, 26);
        (double left, double right) = Range(objectives[1], drawn, members, 1);
        (double bottom, double top) = Range(objectives[0], drawn, members, 0);
        plot.Axes.SetLimits(left, right, bottom, top);
        plot.ShowLegend(Edge.Right);
        return plot;
    }

    private static IEnumerable<(double X, double Y)> Points(IEnumerable<Trial> trials) => trials.Select(t => (t.Result!.Objectives[1], t.Result.Objectives[0]));

    private static void Mark(Plot plot, Trial[] trials, int? number, string words, Color color, float size)
    {
        if (trials.FirstOrDefault(t => t.Number.Value == number)?.Result is { } result)
        {
            ScottPlot.Plottables.Marker ring = plot.Add.Marker(result.Objectives[1], result.Objectives[0], MarkerShape.OpenCircle, size, color);
            ring.MarkerLineWidth = 3;
            ring.LegendText = FormattableString.Invariant($"{words}: trial {number}");
        }
    }

    // The front and the better part of the rest: a few hopeless trials would press it into a corner.
    private static (double Low, double High) Range(Objective objective, Trial[] drawn, HashSet<int> members, int index)
    {
        double[] losses = [.. drawn.Select(t => objective.ToLoss(t.Result!.Objectives[index])).Order()];
        double worstOfFront = drawn.Where(t => members.Contains(t.Number.Value)).Max(t => objective.ToLoss(t.Result!.Objectives[index]));
        double worst = Math.Max(worstOfFront, losses[(int)(BetterPart * (losses.Length - 1))]);
        double room = Room * Math.Max(worst - losses[0], 1e-9);
        (double a, double b) = (objective.ToLoss(losses[0] - room), objective.ToLoss(worst + room));
        return (Math.Min(a, b), Math.Max(a, b));
    }

    private static string Label(Objective objective) =>
        $"{MetricLabels.Of(Words.Of(objective.Metric))}, {(objective.Direction == Direction.Minimize ? "less" : "more")} is better";
}
