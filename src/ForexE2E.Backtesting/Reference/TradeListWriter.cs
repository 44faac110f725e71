using System.Globalization;
using ForexE2E.Backtesting.Simulation;
using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Backtesting.Reference;

/// <summary>Writes trades in the reference list's format: one line a trade in closing order, lines ended by a line feed.</summary>
public static class TradeListWriter
{
    public const string Header =
        "n,side,microlots,entry_bar,entry_points,exit_bar,exit_points,why,gross_cents,commission_cents,swap_cents,net_cents,balance_cents";

    /// <exception cref="ArgumentException">A trade ended for a reason that the reference rules do not know.</exception>
    public static void Write(TextWriter writer, IEnumerable<Trade> trades)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(trades);
        writer.Write(Header);
        writer.Write('\n');
        foreach (Trade trade in trades)
        {
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{trade.Number},{(trade.Side == Side.Long ? "long" : "short")},{trade.MicroLots},{trade.EntryBar},{trade.EntryPoints},"));
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{trade.ExitBar},{trade.ExitPoints},{Word(trade.Reason)},{trade.GrossCents},{trade.CommissionCents},{trade.SwapCents},{trade.NetCents},{trade.BalanceCents}\n"));
        }
    }

    private static string Word(ExitReason reason) => reason switch
    {
        ExitReason.AtrStop => "stop",
        ExitReason.TakeProfit => "target",
        ExitReason.SignalReversal => "reverse",
        ExitReason.TimeExit => "time",
        ExitReason.WindowEnd => "end",
        _ => throw new ArgumentException($"The exit reason {reason} has no word in the reference trade list."),
    };
}
