using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Sssd.Scaling;

/// <summary>
/// Size of returns to be expected at each bar, known at its close: an exponentially weighted root mean square (span 96 and 576
/// bars) of returns divided by the day's profile. Fractions of price. 15 bytes a bar. Immutable.
/// </summary>
internal sealed class ReturnScale
{
    /// <summary>Bars of a series before which nothing is forecast.</summary>
    public const int WarmUp = 300;

    private const double Weight = 2.0 / (96 + 1);
    private const double SlowWeight = 2.0 / (576 + 1);
    private const double Outlier = 8;
    private readonly BarSeries _bars;
    private readonly float[] _volatility;
    private readonly float[] _slow;
    private readonly ushort[] _minutes;
    private readonly ushort[] _dayOf;
    private readonly List<float[]> _profiles = [];

    public ReturnScale(BarSeries bars)
    {
        _bars = bars;
        _volatility = new float[bars.Count];
        _slow = new float[bars.Count];
        _minutes = new ushort[bars.Count];
        _dayOf = new ushort[bars.Count];
        Walk();
    }

    /// <summary>Deseasonalised deviation of a bar's return, at a close.</summary>
    public float VolatilityAt(int bar) => _volatility[bar];

    /// <summary>The same over the longer span.</summary>
    public float SlowVolatilityAt(int bar) => _slow[bar];

    /// <summary>The day's profile for a bar some bars after this one (or before, if negative), as known at this bar's close.</summary>
    public float ProfileAt(int bar, int ahead)
    {
        float[] profile = _profiles[_dayOf[bar]];
        return ahead > 0
            ? profile[DaySlots.SlotAfter(_minutes[bar], ahead * _bars.Timeframe.Minutes)]
            : profile[DaySlots.SlotAfter(_minutes[bar + ahead], 0)];
    }

    /// <summary>Deviation of the return between two numbers of bars ahead, as expected at a close without looking further.</summary>
    public double Expected(int bar, int fromAhead, int toAhead)
    {
        double sum = 0;
        for (int ahead = fromAhead + 1; ahead <= toAhead; ahead++)
        {
            double profile = ProfileAt(bar, ahead);
            sum += profile * profile;
        }

        return _volatility[bar] * Math.Sqrt(sum);
    }

    private void Walk()
    {
        DayProfile profile = new();
        float[] today = profile.EndDay();
        _profiles.Add(today);
        double fast = 0;
        double slow = 0;
        int day = int.MinValue;
        for (int i = 0; i < _bars.Count; i++)
        {
            int tradingDay = NewYorkClock.TradingDay(_bars.StartMinutes[i]);
            if (tradingDay != day && i > 0 && _profiles.Count < ushort.MaxValue)
            {
                today = profile.EndDay();
                _profiles.Add(today);
            }

            day = tradingDay;
            _dayOf[i] = (ushort)(_profiles.Count - 1);
            _minutes[i] = (ushort)DaySlots.MinuteOf(_bars.StartMinutes[i]);
            int slot = DaySlots.SlotAfter(_minutes[i], 0);
            double move = i == 0 ? 0 : Math.Abs(((double)_bars.Close[i] / _bars.Close[i - 1]) - 1);
            double known = Math.Sqrt(fast);
            double least = 0.25 / _bars.Close[i];
            double size = i < WarmUp ? move / today[slot] : Math.Min(move / today[slot], Outlier * Math.Max(least, known));
            fast = i == 1 ? size * size : fast + (Weight * ((size * size) - fast));
            slow = i == 1 ? size * size : slow + (SlowWeight * ((size * size) - slow));
            _volatility[i] = (float)Math.Max(least, Math.Sqrt(fast));
            _slow[i] = (float)Math.Max(least, Math.Sqrt(slow));
            if (i > 1)
            {
                profile.Add(slot, Math.Min(Outlier, move / Math.Max(least, known)));
            }
        }
    }
}
