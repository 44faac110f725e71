using System.Globalization;
using ForexE2E.Host.Json;
using ForexE2E.Strategy.Rl.Training;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>A trained agent on the console.</summary>
internal static class AgentReport
{
    public static void Show(IAnsiConsole console, AgentTrainingDocument document)
    {
        Table table = new Table().Border(TableBorder.Rounded)
            .AddColumn("Shape").AddColumn(new TableColumn("Kept at round").RightAligned())
            .AddColumn(new TableColumn("Reward a day").RightAligned()).AddColumn(new TableColumn("equal weights").RightAligned())
            .AddColumn(new TableColumn("Critic's error").RightAligned());
        foreach (AgentProgress s in document.Shapes)
            table.AddRow(s.Shape, Figures.Count(s.Round), Number(s.Reward), Number(s.EqualReward), Number(s.CriticError));
        console.Write(table);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Rewards in daily volatilities on {document.ValidationDays} days that only decided when to stop; {document.TrainDays} days were learned from.");
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Wrote {document.Folder}: {document.Bytes / 1024.0 / 1024:F1} MB, for spans whose first test begins {Figures.Instant(document.TrainedUntil)} UTC or later.");
    }

    public static void Show(IAnsiConsole console, AgentAdviceDocument document)
    {
        Table table = new Table().Border(TableBorder.Rounded)
            .AddColumn("Pair").AddColumn(new TableColumn("Weight").RightAligned()).AddColumn(new TableColumn("Size x").RightAligned());
        foreach (WeightDocument w in document.Weights)
            table.AddRow(w.Pair, Number(w.Weight), Number(w.SizeFactor));
        console.Write(table);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"For the trading day after {Figures.Instant(document.At)} UTC, tuned on the {document.TrainDays} days before. Advice only: no position was taken.");
    }

    private static string Number(double value) => value.ToString("F4", CultureInfo.InvariantCulture);
}
