using ForexE2E.Host.Json;
using ScottPlot;

namespace ForexE2E.Host.Charts;

/// <summary>How a run came to its best: every trial's score, and the best so far as a line.</summary>
internal static class HistoryChart
{
    public const int Width = 1100;
    public const int Height = 620;

    private const double WorstShown = 0.15;

    public static Plot Of(HistoryGroupDocument group)
    {
        Plot plot = ChartStyle.Begin(
            FormattableString.Invariant($"Score by trial ({group.Regime}, {group.Points.Count} ended)"), "Trials ended", "Score (greater is better)");
        HistoryPointDocument[] scored = [.. group.Points.Where(p => p.Score is not null)];
        double floor = FloorOf(scored);
        ChartStyle.Dots(plot, Points(scored.Where(p => p.State == "pruned"), floor), "given up early, score so far", ChartStyle.Grey, 7, MarkerShape.OpenCircle);
        ChartStyle.Dots(plot, Points(scored.Where(p => p is { State: "completed", Feasible: false }), floor), "limits broken", ChartStyle.Orange, 8, MarkerShape.Eks);
        ChartStyle.Dots(plot, Points(scored.Where(p => p.Feasible), floor), "completed", ChartStyle.Blue, 7);
        double bottom = floor - (0.03 * (scored.Select(p => p.Score!.Value).DefaultIfEmpty(1).Max() - floor));
        ChartStyle.Dots(plot, group.Points.Where(p => p.State == "failed").Select(p => ((double)p.Finished, bottom)), "failed", ChartStyle.Vermilion, 10, MarkerShape.FilledTriangleDown);
        AddBest(plot, group, floor);
        plot.Axes.Margins(0.02, 0.06);
        plot.ShowLegend(Edge.Right);
        return plot;
    }

    private static IEnumerable<(double X, double Y)> Points(IEnumerable<HistoryPointDocument> points, double floor) =>
        points.Select(p => ((double)p.Finished, Math.Max(floor, p.Score!.Value)));

    // A few hopeless trials would flatten all the rest: what lies in the worst seventh is drawn on the edge of the rest.
    private static double FloorOf(HistoryPointDocument[] scored)
    {
        double[] scores = [.. scored.Select(p => p.Score!.Value).Order()];
        return scores.Length == 0 ? 0 : scores[(int)(WorstShown * (scores.Length - 1))];
    }

    private static void AddBest(Plot plot, HistoryGroupDocument group, double floor)
    {
        HistoryPointDocument[] known = [.. group.Points.Where(p => p.BestScore is not null)];
        if (known.Length == 0)
        {
            return;
        }

        ScottPlot.Plottables.Scatter line = plot.Add.Scatter(known.Select(p => (double)p.Finished).ToArray(), known.Select(p => Math.Max(floor, p.BestScore!.Value)).ToArray(), ChartStyle.Green);
        line.ConnectStyle = ConnectStyle.StepHorizontal;
        line.MarkerSize = 0;
        line.LineWidth = 3;
        line.LegendText = "best so far";
    }
}
