using System.Text;
using ForexE2E.Host.Composition;
using ScottPlot;

namespace ForexE2E.Host.Charts;

/// <summary>Writes a chart to a file, in the format its name asks for.</summary>
internal static class ChartFile
{
    /// <param name="path">Ends in .svg, or in .png.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <exception cref="Failures.CommandException">The file cannot be written.</exception>
    public static void Write(string path, Plot plot, int width, int height) =>
        OutputFile.Write(path, Path.GetExtension(path).Equals(".svg", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetBytes(plot.GetSvgXml(width, height))
            : plot.GetImageBytes(width, height, ImageFormat.Png));

    /// <summary>The file of one regime's chart: front.png, or front-ranging.png where there are several.</summary>
    public static string PathOf(string path, string regime, int regimes) =>
        regimes == 1 ? path : Path.Combine(Path.GetDirectoryName(path) ?? "", $"{Path.GetFileNameWithoutExtension(path)}-{regime}{Path.GetExtension(path)}");
}
