using System.Globalization;
using System.Text;
using ForexE2E.Backtesting.Simulation;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Host.Json;
using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Host.Rendering;

/// <summary>The strategy's trades as CSV: UTC instants, prices in quote currency, money in account currency.</summary>
internal static class TradeCsv
{
    private const string Header =
        "window,n,side,microlots,signal_time,entry_time,entry_price,exit_time,exit_price,reason,regime,gross,commission,swap,net,spread_cost,slippage_cost,mae,mfe,balance,q05,q50,q95";

    public static byte[] Of(IEnumerable<WindowRun> windows, BarSeries bars)
    {
        StringBuilder text = new StringBuilder(Header).Append('\n');
        string price = "F" + bars.Digits.ToString(CultureInfo.InvariantCulture);
        int number = 0;
        foreach ((WindowRun window, Trade trade) in windows.SelectMany(w => w.Trades.Select(t => (w, t))))
        {
            string[] cells =
            [
                Whole(window.Window.Index), Whole(++number), trade.Side == Side.Long ? "long" : "short", Whole(trade.MicroLots),
                Stamp(trade.SignalTime), Stamp(trade.EntryTime), Price(trade.EntryPoints), Stamp(trade.ExitTime), Price(trade.ExitPoints),
                Words.Of(trade.Reason), trade.Regime.ToName(), Money(trade.GrossCents), Money(trade.CommissionCents), Money(trade.SwapCents), Money(trade.NetCents),
                Money(trade.SpreadCents), Money(trade.SlippageCents), Money(trade.MaxAdverseCents), Money(trade.MaxFavourableCents), Money(trade.BalanceCents),
                Share(trade.Forecast?.Q05), Share(trade.Forecast?.Q50), Share(trade.Forecast?.Q95),
            ];
            text.AppendJoin(',', cells).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());

        string Price(int points) => (points / (decimal)bars.PointsPerUnit).ToString(price, CultureInfo.InvariantCulture);
    }

    // A fraction of price; empty without a forecast.
    private static string Share(float? value) => value?.ToString("F7", CultureInfo.InvariantCulture) ?? "";

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Stamp(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Money(long cents) => (cents / 100m).ToString("F2", CultureInfo.InvariantCulture);
}
