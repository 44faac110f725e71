using System.Globalization;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Assessment;
using ForexE2E.Host.Json;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>Metrics by the regime in force at entry, and what a per-regime run chose.</summary>
internal static class RegimeTables
{
    /// <param name="subjects">Titles with metrics by regime; subjects without any are left out.</param>
    public static Table OfMetrics(params ReadOnlySpan<(string Title, IEnumerable<RegimeDocument> Regimes)> subjects)
    {
        Table table = Columns("", "Regime at entry", ">Trades", ">Win rate", ">Net profit", ">Sharpe", ">Sortino", ">Drawdown", ">Profit factor", ">Costs");
        foreach ((string title, IEnumerable<RegimeDocument> regimes) in subjects)
        {
            string shown = title;
            foreach (RegimeDocument regime in regimes)
            {
                PerformanceMetrics m = regime.Metrics;
                table.AddRow(
                    Markup.Escape(shown), regime.Regime, Figures.Count(m.TotalTrades), Figures.Fraction(m.WinRate), Figures.Money(m.TotalReturn),
                    Figures.Ratio(m.SharpeRatio), Figures.Ratio(m.SortinoRatio), Figures.Percent(m.MaxDrawdownPct), Figures.Ratio(m.ProfitFactor), Figures.Money(m.TotalCosts));
                shown = "";
            }
        }

        return table;
    }

    /// <summary>The chosen trial of each regime with what it earned in its regime alone.</summary>
    public static Table OfChoices(Run run, RunOutcome outcome)
    {
        Table table = Columns("Regime", ">Trials", "Set", ">Score", ">Trades", ">Return", ">Sharpe", ">Drawdown", "Ended early");
        foreach (RegimeOutcome choice in outcome.ByRegime)
        {
            Trial? best = choice.Best is { } number ? run.Trials[number] : null;
            PerformanceMetrics? m = best?.Result?.Metrics;
            table.AddRow(
                choice.Regime.ToName(), Figures.Count(run.Trials.Values.Count(t => t.Regime == choice.Regime && t.IsFinished)),
                best is null ? "defaults: none feasible" : string.Create(CultureInfo.InvariantCulture, $"trial {best.Number}"),
                Figures.Ratio(best?.Result?.Score), Figures.Count(m?.TotalTrades), Figures.Percent(m?.TotalReturnPct), Figures.Ratio(m?.SharpeRatio),
                Figures.Percent(m?.MaxDrawdownPct), Markup.Escape(choice.StopReason ?? ""));
        }

        return table;
    }

    /// <summary>The sets of all regimes beside the defaults; parameters held fixed are left out.</summary>
    public static Table OfSets(Run run, RunOutcome outcome, Func<ParameterDefinition, double, string> show)
    {
        Table table = Columns(["Parameter", .. outcome.ByRegime.Select(r => ">" + r.Regime.ToName()), ">Default"]);
        HashSet<string> held = [.. run.Record.Fixed.Select(f => f.Name)];
        ParameterSet defaults = RunDefaults.Of(run);
        ParameterSet[] sets = [.. outcome.ByRegime.Select(r => r.Best is { } best ? run.Trials[best].Parameters : defaults), defaults];
        for (int i = 0; i < defaults.Definitions.Count; i++)
        {
            ParameterDefinition definition = defaults.Definitions[i];
            if (!held.Contains(definition.Name))
            {
                table.AddRow([Markup.Escape(definition.Name), .. sets.Select(s => Markup.Escape(show(definition, s.Values[i])))]);
            }
        }

        return table;
    }

    // A leading > aligns the column to the right.
    private static Table Columns(params ReadOnlySpan<string> titles)
    {
        Table table = new Table().Border(TableBorder.Rounded);
        foreach (string title in titles)
        {
            TableColumn column = new(title.TrimStart('>'));
            table.AddColumn(title.StartsWith('>') ? column.RightAligned() : column);
        }

        return table;
    }
}
