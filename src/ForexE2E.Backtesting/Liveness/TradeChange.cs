using ForexE2E.Backtesting.Simulation;

namespace ForexE2E.Backtesting.Liveness;

/// <summary>How the trades of two parameter sets on the same bars differ.</summary>
/// <param name="Trades">Trades that only one of the two lists has.</param>
/// <param name="Sizes">Entries in both, of other sizes.</param>
/// <param name="Exits">Entries in both that end at another price, bar or for another reason.</param>
/// <param name="First">What the first difference in time is.</param>
/// <param name="Before">That trade before the change; null when there was none.</param>
/// <param name="After">That trade after the change; null when there is none any more.</param>
public sealed record TradeChange(int Trades, int Sizes, int Exits, TradeChangeKind First, Trade? Before, Trade? After)
{
    /// <summary>All differences between two lists ordered by entry; null when there is none.</summary>
    public static TradeChange? Between(IReadOnlyList<Trade> before, IReadOnlyList<Trade> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        TradeChange? change = null;
        (int i, int j) = (0, 0);
        while (i < before.Count || j < after.Count)
        {
            int order = i == before.Count ? 1 : j == after.Count ? -1 : before[i].EntryBar.CompareTo(after[j].EntryBar);
            Trade? old = order <= 0 ? before[i++] : null;
            Trade? now = order >= 0 ? after[j++] : null;
            change = With(change, old, now);
        }

        return change;
    }

    private static TradeChange? With(TradeChange? so, Trade? before, Trade? after)
    {
        bool isOther = before?.Side != after?.Side;
        bool isSize = !isOther && before?.MicroLots != after?.MicroLots;
        bool isExit = !isOther && (before?.ExitBar, before?.ExitPoints, before?.Reason) != (after?.ExitBar, after?.ExitPoints, after?.Reason);
        if (!isOther && !isSize && !isExit)
        {
            return so;
        }

        so ??= new TradeChange(0, 0, 0, isOther ? TradeChangeKind.Trades : isSize ? TradeChangeKind.Sizes : TradeChangeKind.Exits, before, after);
        return so with
        {
            Trades = so.Trades + (isOther ? 1 : 0),
            Sizes = so.Sizes + (isSize ? 1 : 0),
            Exits = so.Exits + (isExit ? 1 : 0),
        };
    }
}
