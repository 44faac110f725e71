using ForexE2E.Domain.Performance;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>Metrics side by side, one column a subject.</summary>
internal static class MetricsTable
{
    /// <summary>The lines of a comparison, in their order.</summary>
    public static IReadOnlyList<(string Name, Func<PerformanceMetrics, string> Show)> Lines { get; } =
    [
        ("Return", m => Figures.Percent(m.TotalReturnPct)),
        ("Net profit", m => Figures.Money(m.TotalReturn)),
        ("Sharpe ratio (annual)", m => Figures.Ratio(m.SharpeRatio)),
        ("Sortino ratio (annual)", m => Figures.Ratio(m.SortinoRatio)),
        ("Calmar ratio", m => Figures.Ratio(m.CalmarRatio)),
        ("Maximum drawdown", m => Figures.Percent(m.MaxDrawdownPct)),
        ("Worst day", m => Figures.Percent(m.MaxDailyLossPct)),
        ("Profit factor", m => Figures.Ratio(m.ProfitFactor)),
        ("Trades", m => Figures.Count(m.TotalTrades)),
        ("Win rate", m => Figures.Fraction(m.WinRate)),
        ("Expectancy a trade", m => Figures.Money(m.Expectancy)),
        ("Costs", m => Figures.Money(m.TotalCosts)),
        ("Costs of gross profit", m => Figures.Fraction(m.CostRatio)),
        ("Hours held, mean", m => Figures.Ratio(m.AvgHoldingTimeHrs)),
        ("Trading days", m => Figures.Count(m.TradingDays)),
    ];

    /// <param name="subjects">Column titles with metrics; null metrics show dashes.</param>
    public static Table Of(params ReadOnlySpan<(string Title, PerformanceMetrics? Metrics)> subjects)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn("");
        foreach ((string title, _) in subjects)
        {
            table.AddColumn(new TableColumn(Markup.Escape(title)).RightAligned());
        }

        foreach ((string name, Func<PerformanceMetrics, string> show) in Lines)
        {
            List<string> cells = [name];
            foreach ((_, PerformanceMetrics? metrics) in subjects)
            {
                cells.Add(metrics is null ? Figures.Undefined : show(metrics));
            }

            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        return table;
    }
}
