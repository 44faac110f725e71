using System.Globalization;
using ForexE2E.Host.Json;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>In one sentence, whether a chosen set stands on a plateau.</summary>
internal static class PlateauWords
{
    private const double Plateau = 0.67;
    private const double Needle = 0.33;

    public static void Show(IAnsiConsole console, PlateauDocument? plateau)
    {
        if (plateau is null)
        {
            console.WriteLine("Plateau score: - (too few feasible trials to compare with)");
            return;
        }

        string verdict = plateau.Score >= Plateau ? "a plateau" : plateau.Score >= Needle ? "a slope" : "a needle: its neighbours collapse, so it may be luck";
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"Plateau score: [bold]{plateau.Score:0.00}[/] of 1, {verdict} ({plateau.Neighbours} nearest trials, mean distance {plateau.MeanDistance:0.00}, median score lower by {plateau.MedianWorsening:0.00} interquartile ranges)");
    }
}
