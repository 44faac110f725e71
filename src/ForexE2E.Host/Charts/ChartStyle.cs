using ScottPlot;
using SkiaSharp;

namespace ForexE2E.Host.Charts;

/// <summary>What all charts have in common: quiet axes, sizes that can be read in a report, colours that the colour-blind can tell apart (Okabe and Ito 2008).</summary>
internal static class ChartStyle
{
    public const float TitleSize = 20;
    public const float LabelSize = 16;
    public const float TickSize = 13;

    private static readonly string[] Typefaces = ["Inter", "Open Sans", "Noto Sans", "DejaVu Sans", "Liberation Sans", "Arial"];

    public static Color Blue { get; } = Color.FromHex("#0072B2");

    public static Color Orange { get; } = Color.FromHex("#E69F00");

    public static Color Vermilion { get; } = Color.FromHex("#D55E00");

    public static Color Green { get; } = Color.FromHex("#009E73");

    public static Color Grey { get; } = Color.FromHex("#9A9A9A");

    /// <summary>An empty chart with title and axes.</summary>
    public static Plot Begin(string title, string horizontal, string vertical)
    {
        Plot plot = new();
        if (Typefaces.Intersect(SKFontManager.Default.FontFamilies, StringComparer.Ordinal).FirstOrDefault() is { } typeface)
        {
            plot.Font.Set(typeface);
        }

        plot.Title(title, TitleSize);
        plot.XLabel(horizontal, LabelSize);
        plot.YLabel(vertical, LabelSize);
        plot.Axes.Bottom.TickLabelStyle.FontSize = TickSize;
        plot.Axes.Left.TickLabelStyle.FontSize = TickSize;
        plot.Axes.Right.FrameLineStyle.IsVisible = false;
        plot.Axes.Top.FrameLineStyle.IsVisible = false;
        plot.Grid.MajorLineColor = Colors.Black.WithAlpha(20);
        plot.Legend.FontSize = TickSize;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.OutlineColor = Colors.Black.WithAlpha(60);
        return plot;
    }

    /// <summary>Points without lines.</summary>
    public static void Dots(Plot plot, IEnumerable<(double X, double Y)> points, string words, Color color, float size, MarkerShape shape = MarkerShape.FilledCircle)
    {
        (double X, double Y)[] all = [.. points];
        if (all.Length > 0)
        {
            ScottPlot.Plottables.Markers dots = plot.Add.Markers(all.Select(p => p.X).ToArray(), all.Select(p => p.Y).ToArray(), shape, size, color);
            dots.LegendText = FormattableString.Invariant($"{words} ({all.Length})");
        }
    }
}
