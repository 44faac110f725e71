using System.Collections.Immutable;
using System.Globalization;
using ForexE2E.Host.Json;
using ForexE2E.Strategy.Riskfolio;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>Portfolios on the console.</summary>
internal static class PortfolioReport
{
    public static void Show(IAnsiConsole console, ReturnTable table, PortfolioTerms terms, Portfolio p, double periodsPerYear)
    {
        Table weights = new Table().Border(TableBorder.Rounded).AddColumn("Asset").AddColumn(Right("Weight")).AddColumn(Right($"Share of {terms.Measure} risk"));
        for (int i = 0; i < table.Assets.Length; i++)
        {
            weights.AddRow(Markup.Escape(table.Assets[i]), Figures.Fraction(p.Weights[i]), Figures.Fraction(p.Metrics.RiskShares?[i]));
        }

        if (PortfolioDocument.CashOf(p) is var cash and > 0)
        {
            weights.AddRow("cash", Figures.Fraction(cash), "");
        }

        PortfolioMetrics m = p.Metrics;
        Grid facts = new Grid().AddColumn().AddColumn();
        Add(facts, "Asked for", $"{(terms.RiskParity ? "risk parity" : terms.Objective)} under {terms.Measure}, {table.Periods} periods");
        Add(facts, "Expected return", $"{Small(m.ExpectedReturn)} a period, {Figures.Fraction(m.ExpectedReturn * periodsPerYear)} a year");
        Add(facts, $"Risk ({terms.Measure})", $"{Small(m.Risk)} a period");
        Add(facts, "Return for risk", Figures.Ratio(m.Ratio));
        Add(facts, "Standard deviation", $"{Small(m.StandardDeviation)} a period, {Figures.Fraction(m.StandardDeviation * Math.Sqrt(periodsPerYear))} a year");
        Add(facts, "CVaR, EVaR, worst", $"{Small(m.ConditionalValueAtRisk)}, {Small(m.EntropicValueAtRisk)}, {Small(m.WorstRealisation)}");
        Add(facts, "CDaR, max drawdown", $"{Small(m.ConditionalDrawdownAtRisk)}, {Small(m.MaxDrawdown)}");
        Add(facts, "Effective assets", m.EffectiveAssets.ToString("0.00", CultureInfo.InvariantCulture));
        console.Write(weights);
        console.Write(facts);
        if (p.Remark is { } remark)
        {
            console.MarkupLine($"[yellow]{Markup.Escape(remark)}[/]");
        }
    }

    public static void Show(IAnsiConsole console, ReturnTable table, PortfolioTerms terms, ImmutableArray<Portfolio> points)
    {
        Table rows = new Table().Border(TableBorder.Rounded).AddColumn(Right($"Risk ({terms.Measure})")).AddColumn(Right("Return")).AddColumn(Right("Ratio"));
        foreach (string asset in table.Assets)
        {
            rows.AddColumn(Right(Markup.Escape(asset)));
        }

        foreach (Portfolio p in points)
        {
            string[] cells = [Small(p.Metrics.Risk), Small(p.Metrics.ExpectedReturn), Figures.Ratio(p.Metrics.Ratio), .. p.Weights.Select(w => Figures.Fraction(w))];
            rows.AddRow(cells);
        }

        console.Write(rows);
    }

    private static TableColumn Right(string title) => new TableColumn(title).RightAligned();

    private static void Add(Grid facts, string name, string value) => facts.AddRow($"[bold]{name}[/]", Markup.Escape(value));

    private static string Small(double value) => value.ToString("0.0000E+0", CultureInfo.InvariantCulture);
}
