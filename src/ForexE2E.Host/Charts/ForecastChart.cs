using ForexE2E.Host.Composition;
using ForexE2E.Strategy.Sssd.Outlook;
using ScottPlot;
using BarSeries = ForexE2E.Domain.Markets.BarSeries;

namespace ForexE2E.Host.Charts;

/// <summary>Draws a forecast: the closes before it, the fan of quantiles, and some of the paths.</summary>
internal static class ForecastChart
{
    private const int BarsBefore = 48;
    private const int Width = 1000;
    private const int Height = 560;

    /// <summary>Writes the chart as PNG or SVG, by the file's ending.</summary>
    public static void Write(string file, BarSeries bars, SssdOutlook outlook)
    {
        Plot plot = Draw(bars, outlook);
        byte[] content = Path.GetExtension(file).Equals(".svg", StringComparison.OrdinalIgnoreCase)
            ? System.Text.Encoding.UTF8.GetBytes(plot.GetSvgXml(Width, Height))
            : plot.GetImageBytes(Width, Height, ImageFormat.Png);
        OutputFile.Write(file, content);
    }

    private static Plot Draw(BarSeries bars, SssdOutlook outlook)
    {
        Plot plot = new();
        double price = bars[outlook.Bar].Close;
        double[] ahead = [0, .. outlook.Fan.Select(f => (double)f.Ahead)];
        foreach (var path in outlook.Paths)
        {
            Line(plot, ahead, [price, .. path.Select(r => price * (1 + r))], Colors.Gray.WithAlpha(0.35), 1);
        }

        Band(plot, ahead, price, outlook, f => f.Q05, f => f.Q95, 0.15);
        Band(plot, ahead, price, outlook, f => f.Q25, f => f.Q75, 0.3);
        Line(plot, ahead, [price, .. outlook.Fan.Select(f => price * (1 + f.Q50))], Colors.Navy, 2).LegendText = "median";
        int first = Math.Max(0, outlook.Bar - BarsBefore);
        double[] before = [.. Enumerable.Range(first, outlook.Bar - first + 1).Select(i => (double)(i - outlook.Bar))];
        Line(plot, before, [.. Enumerable.Range(first, before.Length).Select(i => bars[i].Close)], Colors.Black, 2).LegendText = "close";
        plot.Title(FormattableString.Invariant($"{bars.Symbol.Code} {bars.Timeframe} at {bars.EndOf(outlook.Bar):yyyy-MM-dd HH:mm} UTC: median, 25-75 % and 5-95 %"));
        plot.XLabel("bars ahead");
        plot.YLabel("price");
        plot.ShowLegend(Alignment.UpperLeft);
        return plot;
    }

    private static ScottPlot.Plottables.Scatter Line(Plot plot, double[] x, double[] y, Color color, float width)
    {
        ScottPlot.Plottables.Scatter line = plot.Add.Scatter(x, y, color);
        line.MarkerSize = 0;
        line.LineWidth = width;
        return line;
    }

    private static void Band(Plot plot, double[] ahead, double price, SssdOutlook outlook, Func<FanPoint, float> low, Func<FanPoint, float> high, double opacity)
    {
        ScottPlot.Plottables.FillY band = plot.Add.FillY(ahead, [price, .. outlook.Fan.Select(f => price * (1 + low(f)))], [price, .. outlook.Fan.Select(f => price * (1 + high(f)))]);
        band.FillColor = Colors.SteelBlue.WithAlpha(opacity);
        band.LineWidth = 0;
    }
}
