using System.Globalization;
using System.Text;
using ForexE2E.Backtesting.Reference;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Backtesting.Tests.Reference;

/// <summary>
/// The reference rules once more, written to be obvious and not fast: sums over whole windows at every bar, exact decimals,
/// one list of orders. Shares nothing with the simulator.
/// </summary>
internal sealed class SlowOracle(BarSeries bars, ReferenceRule rule, int fast, int slow, int atr, decimal mult, long start)
{
    private readonly bool _isS2 = rule == ReferenceRule.S2;
    private readonly StringBuilder _lines = new(TradeListWriter.Header + "\n");
    private long _balance = start;
    private int _side;
    private int _lots;
    private int _entryBar;
    private decimal _entry;
    private decimal _stop;
    private decimal _target;
    private long _swap;
    private int _count;

    public string Run()
    {
        int signal = 0;
        bool timeExit = false;
        for (int i = 0; i < bars.Count; i++)
        {
            if (_isS2 && _side != 0)
            {
                _swap += Nights(i) * (_side > 0 ? -7L : 3L) * _lots;
            }

            if (_side != 0 && signal == -_side)
            {
                Close(i, Quote(bars.Open[i], i, -_side), "reverse");
            }
            else if (_side != 0 && timeExit)
            {
                Close(i, Quote(bars.Open[i], i, -_side), "time");
            }

            if (_side == 0 && signal != 0)
            {
                Open(i, signal);
            }

            if (_side != 0)
            {
                Inside(i);
            }

            bool isLast = i == bars.Count - 1;
            if (isLast && _side != 0)
            {
                Close(i, Quote(bars.Close[i], i, -_side), "end");
            }

            signal = isLast ? 0 : Signal(i);
            timeExit = _isS2 && _side != 0 && i - _entryBar + 1 >= 288;
        }

        return _lines.ToString();
    }

    private void Open(int i, int side)
    {
        decimal fill = Quote(bars.Open[i], i, side);
        decimal distance = Math.Max(1, Math.Floor((mult * Ranges(i - 1) / atr) + 0.5m));
        decimal lots = 100;
        if (_isS2)
        {
            lots = Math.Min(Math.Floor(Math.Floor(_balance / 400m) / distance), Math.Floor(_balance * 30m / fill));
        }

        if (lots < 1)
        {
            return;
        }

        (_side, _lots, _entryBar, _entry, _swap) = (side, (int)lots, i, fill, 0);
        _stop = bars.Close[i - 1] - (side * distance);
        _target = bars.Close[i - 1] + (side * Math.Floor((1.5m * distance) + 0.5m));
    }

    private void Inside(int i)
    {
        decimal watch = _isS2 ? Half(i) * _side : 0;
        decimal open = bars.Open[i] - watch;
        decimal bad = (_side > 0 ? bars.Low[i] : bars.High[i]) - watch;
        decimal good = (_side > 0 ? bars.High[i] : bars.Low[i]) - watch;
        decimal cost = _isS2 ? 0 : 5 * _side;
        if ((bad - _stop) * _side <= 0)
        {
            Close(i, ((open - _stop) * _side <= 0 ? open : _stop) - cost, "stop");
        }
        else if (_isS2 && (good - _target) * _side >= 0)
        {
            Close(i, (open - _target) * _side >= 0 ? open : _target, "target");
        }
    }

    private void Close(int i, decimal exit, string why)
    {
        long gross = (long)((exit - _entry) * _side * _lots);
        long commission = _isS2 ? 6L * _lots : 0;
        long net = gross - commission + _swap;
        _balance += net;
        _lines.Append(CultureInfo.InvariantCulture, $"{++_count},{(_side > 0 ? "long" : "short")},{_lots},{_entryBar},{_entry:0},{i},{exit:0},{why},");
        _lines.Append(CultureInfo.InvariantCulture, $"{gross},{commission},{_swap},{net},{_balance}\n");
        _side = 0;
    }

    /// <summary>The price at which one buys (+1) or sells (-1).</summary>
    private decimal Quote(int mid, int i, int direction) => mid + (direction * (_isS2 ? Half(i) : 5));

    private decimal Half(int i) => bars.Spread[i] / 2m;

    private int Signal(int i) => i < Math.Max(slow, atr) ? 0 : Math.Sign(Gap(i)) switch
    {
        1 when Gap(i - 1) <= 0 => 1,
        -1 when Gap(i - 1) >= 0 => -1,
        _ => 0,
    };

    private decimal Gap(int i) => (Sum(i, fast) * slow) - (Sum(i, slow) * fast);

    private decimal Sum(int i, int window) => Enumerable.Range(i - window + 1, window).Sum(k => (decimal)bars.Close[k]);

    private decimal Ranges(int i) => Enumerable.Range(i - atr + 1, atr).Sum(k => k == 0
        ? bars.High[0] - bars.Low[0]
        : (decimal)Math.Max(bars.High[k] - bars.Low[k], Math.Max(Math.Abs(bars.High[k] - bars.Close[k - 1]), Math.Abs(bars.Low[k] - bars.Close[k - 1]))));

    private long Nights(int i)
    {
        long nights = 0;
        for (DateTime day = bars.StartOf(i - 1).Date; day <= bars.StartOf(i); day = day.AddDays(1))
        {
            DateTime end = day.AddHours(21);
            bool isWorkday = day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
            nights += isWorkday && end > bars.StartOf(i - 1) && end <= bars.StartOf(i) ? (day.DayOfWeek == DayOfWeek.Wednesday ? 3 : 1) : 0;
        }

        return nights;
    }
}
