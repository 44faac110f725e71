using ForexE2E.Host.Json;
using ForexE2E.Strategy.Sssd.Calibration;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>Models, their calibration and a forecast, on the console.</summary>
internal static class ModelReport
{
    public static void Show(IAnsiConsole console, ModelsCheckDocument document)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn("Model").AddColumn("Kind").AddColumn("Trained until").AddColumn("Trained on").AddColumn("Size").AddColumn("SHA-256");
        foreach (ModelDocument m in document.Models)
        {
            table.AddRow(
                Markup.Escape($"{m.Name} {m.Version}"), m.Kind, Figures.Instant(m.TrainedUntil), Markup.Escape(m.TrainedOn), FormattableString.Invariant($"{m.Bytes / 1024.0:F0} kB"), m.Sha256[..12]);
        }

        console.Write(table);
        console.MarkupLine("[green]Every model is whole, has the shapes it says, and computes.[/]");
    }

    public static void Show(IAnsiConsole console, CalibrationDocument document)
    {
        Table table = new Table().Border(TableBorder.Rounded)
            .AddColumn(new TableColumn("Bars ahead").RightAligned()).AddColumn(new TableColumn("Forecasts").RightAligned())
            .AddColumn(new TableColumn("In 5-95 %").RightAligned()).AddColumn(new TableColumn("walk").RightAligned())
            .AddColumn(new TableColumn("CRPS e-6").RightAligned()).AddColumn(new TableColumn("walk").RightAligned()).AddColumn(new TableColumn("better by").RightAligned())
            .AddColumn(new TableColumn("Pinball e-6").RightAligned()).AddColumn(new TableColumn("walk").RightAligned())
            .AddColumn(new TableColumn("Sign right").RightAligned());
        foreach (CalibrationRow r in document.Rows)
        {
            table.AddRow(
                Figures.Count(r.Horizon), Figures.Count(r.Forecasts), Figures.Fraction(r.Coverage), Figures.Fraction(r.WalkCoverage),
                Millionths(r.Crps), Millionths(r.WalkCrps), Figures.Fraction(r.CrpsGain), Millionths(r.Pinball), Millionths(r.WalkPinball), Figures.Fraction(r.MedianHits));
        }

        console.Write(table);
        string seen = document.SeenInTraining ? "These bars told the training when to stop: the figures flatter." : "None of these bars was learned from.";
        console.MarkupLineInterpolated(System.Globalization.CultureInfo.InvariantCulture, $"{document.Bars}, {Figures.Instant(document.From)} to {Figures.Instant(document.To)} UTC. {seen}");
    }

    public static void Show(IAnsiConsole console, ForecastDocument d)
    {
        Grid facts = new Grid().AddColumn().AddColumn();
        Add(facts, "At", FormattableString.Invariant($"{Figures.Instant(d.At)} UTC, price {d.Price}"));
        Add(facts, "Horizon", FormattableString.Invariant($"{d.Horizon} bars"));
        Add(facts, "q05, q50, q95", $"{Percent(d.Q05)}, {Percent(d.Q50)}, {Percent(d.Q95)}");
        Add(facts, "Central interval", FormattableString.Invariant($"{100 * d.Confidence:F0} %: {Percent(d.Low)} to {Percent(d.High)}"));
        Add(facts, "Spread rank", d.SpreadRank is { } rank ? $"{Figures.Fraction(rank)} of the last 30 days' are narrower: {(d.IsCertain ? "certain" : "not certain")}" : "nothing to compare with");
        console.Write(facts);
        if (d.Chart is { } chart)
        {
            console.MarkupLineInterpolated(System.Globalization.CultureInfo.InvariantCulture, $"Chart: {chart}");
        }
    }

    private static void Add(Grid facts, string name, string value) => facts.AddRow($"[bold]{name}[/]", Markup.Escape(value));

    private static string Millionths(double value) => FormattableString.Invariant($"{1e6 * value:F2}");

    private static string Percent(float fraction) => FormattableString.Invariant($"{100 * fraction:F4} %");
}
