using System.Globalization;
using ForexE2E.Backtesting.Reference;
using ForexE2E.Host.Json;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>A reference rule's result on the console.</summary>
internal static class RuleReport
{
    public static void Show(IAnsiConsole console, RuleDocument d)
    {
        ReferenceSummary s = d.Summary;
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{d.Rule}[/] fast {d.Fast}, slow {d.Slow}, atr {d.Atr}, mult {d.Mult}, on {Figures.Count(d.Bars)} bars of {d.BarFile}");
        Grid grid = new Grid().AddColumn().AddColumn(new GridColumn().RightAligned());
        Add(grid, "Trades", $"{Figures.Count(s.Trades.Trades)} ({s.Trades.Wins} won, {s.Trades.Losses} lost, {s.Trades.Flat} flat)");
        Add(grid, "Final equity", Figures.Money(s.FinalEquity));
        Add(grid, "Net profit", Figures.Money(s.NetProfit));
        Add(grid, "Profit factor", Figures.Ratio(s.Trades.ProfitFactor));
        Add(grid, "Sharpe ratio, daily, annual", Figures.Ratio(s.SharpeDaily));
        Add(grid, "Maximum drawdown", $"{Figures.Money(s.Drawdown.Money)} ({Figures.Fraction(s.Drawdown.Fraction)})");
        Add(grid, "Commission, swap", $"{Figures.Money(s.Commission)}, {Figures.Money(s.Swap)}");
        Add(grid, "Trade list, SHA-256", d.Sha256);
        console.Write(grid);
        if (d.TradeList is not null)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Trades written to {d.TradeList}");
        }
    }

    private static void Add(Grid grid, string name, string value) => grid.AddRow($"[bold]{name}[/]", Markup.Escape(value));
}
