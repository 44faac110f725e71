using System.Globalization;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>Honest words below a table.</summary>
internal static class Remarks
{
    public static void Show(IAnsiConsole console, IEnumerable<string> words)
    {
        foreach (string sentence in words)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]*[/] {sentence}");
        }
    }
}
