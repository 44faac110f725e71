using ForexE2E.Host.Json;
using ScottPlot;

namespace ForexE2E.Host.Charts;

/// <summary>Importance as bars: a pair for each parameter, the most important on top.</summary>
internal static class ImportanceChart
{
    public const int Width = 1100;

    private const int RowHeight = 34;
    private const double Half = 0.2;

    /// <summary>Pixels, so that every parameter keeps its room.</summary>
    public static int HeightFor(int parameters) => 170 + (RowHeight * Math.Max(parameters, 4));

    public static Plot Of(ImportanceGroupDocument group, int target)
    {
        ImportanceTargetDocument t = group.Targets[target];
        Plot plot = ChartStyle.Begin(FormattableString.Invariant($"What explains the {(t.Of == "score" ? "score" : MetricLabels.Of(t.Of))} ({group.Regime}, {group.Trials} trials)"), "Share explained (%)", "");
        int rows = t.ByForest.Count;
        Add(plot, t.ByForest.Select((s, i) => (rows - i + Half, s.Forest)), "fANOVA: of the variance over the whole space", ChartStyle.Blue);
        Add(plot, t.ByForest.Select((s, i) => (rows - i - Half, s.Divergence)), "PED-ANOVA: of what sets the best tenth apart", ChartStyle.Orange);
        plot.Axes.Left.SetTicks([.. t.ByForest.Select((_, i) => (double)(rows - i))], [.. t.ByForest.Select(s => s.Parameter)]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Grid.YAxisStyle.IsVisible = false;
        double most = t.ByForest.Select(s => Math.Max(s.Forest, s.Divergence)).DefaultIfEmpty(0).Max();
        plot.Axes.SetLimits(0, Math.Max(1, most * 105), 0.4, rows + 0.6);
        plot.ShowLegend(Alignment.LowerRight);
        return plot;
    }

    private static void Add(Plot plot, IEnumerable<(double Position, double Share)> bars, string words, Color color)
    {
        ScottPlot.Plottables.BarPlot added = plot.Add.Bars(
            bars.Select(b => new Bar { Position = b.Position, Value = b.Share * 100, FillColor = color, LineWidth = 0, Size = 2 * Half }).ToArray());
        added.Horizontal = true;
        added.LegendText = words;
    }
}
