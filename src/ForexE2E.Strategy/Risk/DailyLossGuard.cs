using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Strategy.Risk;

/// <summary>
/// Stops trading for the rest of the trading day (to 17:00 New York) once equity at a bar's close has fallen by the limit
/// since the day's start.
/// </summary>
internal struct DailyLossGuard
{
    private int _blockedDay;

    public static DailyLossGuard Open => new() { _blockedDay = int.MinValue };

    /// <summary>Whether trading is over for the day of the bar that has just closed.</summary>
    /// <param name="day">Trading day the bar belongs to.</param>
    /// <param name="limit">Fraction of the equity at the day's start; infinite for none.</param>
    public bool IsBlocked(int day, in AccountView account, double limit)
    {
        if (account.EquityCents - account.DayStartEquityCents <= -limit * account.DayStartEquityCents)
        {
            _blockedDay = day;
        }

        return day == _blockedDay;
    }
}
