using System.Globalization;
using ForexE2E.Host.Json;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>A regime path on the console: shares, stays, score, and its end; the whole path is in the JSON document.</summary>
internal static class RegimesReport
{
    private const int PointsShown = 12;

    public static void Show(IAnsiConsole console, RegimesDocument d)
    {
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture, $"[bold]{d.Data.Symbol} {d.Data.Timeframe}[/]  {Figures.Day(d.Data.From)} to {Figures.LastDay(d.Data.To)}, {d.Windows.Count} fits on {d.TrainDays} days, {d.Path.Count} points");
        Table shares = new Table().Border(TableBorder.Rounded).AddColumn("Regime").AddColumn(new TableColumn("Share").RightAligned()).AddColumn(new TableColumn("Mean stay, bars").RightAligned());
        foreach ((string regime, double share) in d.Shares)
        {
            shares.AddRow(regime, Figures.Fraction(share), Figures.Ratio(d.MeanStayBars[regime]));
        }

        console.Write(shares);
        if (d.Score is { } score)
        {
            ShowScore(console, score);
        }

        console.Write(LastPoints(d.Path));
        Remarks.Show(console, d.Path.Count > PointsShown ? [.. d.Remarks, FormattableString.Invariant($"The last {PointsShown} points; --json prints all {d.Path.Count}.")] : d.Remarks);
    }

    private static void ShowScore(IAnsiConsole console, RegimeScoreDocument score)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn("True state");
        foreach (string said in score.Confusion.Keys)
        {
            table.AddColumn(new TableColumn($"said {said}").RightAligned());
        }

        foreach ((string truth, IReadOnlyDictionary<string, int> row) in score.Confusion)
        {
            table.AddRow([truth, .. row.Values.Select(n => Figures.Count(n))]);
        }

        console.Write(table);
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture, $"[bold]{Figures.Fraction(score.Accuracy)} of {Figures.Count(score.Bars)} bars are right[/]; always saying the most frequent state: {Figures.Fraction(score.MostFrequent)}");
    }

    private static Table LastPoints(IReadOnlyList<RegimePointDocument> path)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn("Known at, UTC").AddColumn("Regime");
        foreach (string name in (string[])["Trending up", "Trending down", "Ranging", "Volatile"])
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        foreach (RegimePointDocument p in path.TakeLast(PointsShown))
        {
            table.AddRow(Figures.Instant(p.KnownAt), p.Regime, Figures.Ratio(p.TrendingUp), Figures.Ratio(p.TrendingDown), Figures.Ratio(p.Ranging), Figures.Ratio(p.Volatile));
        }

        return table;
    }
}
