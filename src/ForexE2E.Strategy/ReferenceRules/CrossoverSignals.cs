using System.Runtime.CompilerServices;
using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Strategy.ReferenceRules;

/// <summary>
/// Crossings of two simple means and the stop distance at a signal, in whole points without rounding. The state moves one
/// bar a call, so closes must be asked for in order.
/// </summary>
internal ref struct CrossoverSignals
{
    private readonly ReadOnlySpan<int> _close;
    private readonly ReadOnlySpan<long> _trueRangeSums;
    private readonly int _fast;
    private readonly int _slow;
    private readonly int _ready;
    private readonly int _atr;
    private readonly long _multiplierParts;
    private readonly long _multiplierScale;
    private readonly bool _isWide;

    /// <summary>F(i)*slow - L(i)*fast: the sign of the fast mean less the slow mean.</summary>
    private long _gap;

    /// <param name="first">The first bar that will be asked about.</param>
    public CrossoverSignals(CrossoverColumns columns, CrossoverParameters parameters, int first)
    {
        _close = columns.Bars.Close;
        _trueRangeSums = columns.TrueRangeSums;
        (_fast, _slow, _atr) = (parameters.Fast, parameters.Slow, parameters.Atr);
        _ready = Math.Max(_slow, _atr);
        _multiplierScale = 1_000_000;
        _multiplierParts = (long)(parameters.Multiplier * _multiplierScale);
        // With the largest sum of ranges this series can give, do the products still fit 64 bits?
        Int128 most = ((Int128)2 * _multiplierParts * _trueRangeSums[^1]) + ((Int128)_multiplierScale * _atr);
        _isWide = most > long.MaxValue;
        _gap = GapBefore(Math.Max(first, _ready));
    }

    /// <summary>The signal at this bar's close; the next call must be for the next bar.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Side At(int bar)
    {
        if (bar < _ready)
        {
            return Side.None;
        }

        long before = _gap;
        int close = _close[bar];
        long gap = before + ((long)_slow * (close - _close[bar - _fast])) - ((long)_fast * (close - _close[bar - _slow]));
        _gap = gap;
        if (gap > 0)
        {
            return before <= 0 ? Side.Long : Side.None;
        }

        return gap < 0 && before >= 0 ? Side.Short : Side.None;
    }

    /// <summary>max(1, floor(multiplier * A / atr + 1/2)), in points, where A sums the last true ranges.</summary>
    public readonly int StopDistance(int bar)
    {
        long ranges = _trueRangeSums[bar + 1] - _trueRangeSums[bar + 1 - _atr];
        long distance = _isWide
            ? (long)((((Int128)2 * _multiplierParts * ranges) + ((Int128)_multiplierScale * _atr)) / ((Int128)2 * _multiplierScale * _atr))
            : ((2 * _multiplierParts * ranges) + (_multiplierScale * _atr)) / (2 * _multiplierScale * _atr);
        // A stop a billion points away is never reached; the limit keeps its price a whole number of 32 bits.
        return (int)Math.Clamp(distance, 1, 1_000_000_000);
    }

    private readonly long GapBefore(int bar)
    {
        if (bar > _close.Length)
        {
            return 0;
        }

        long fast = 0;
        long slow = 0;
        for (int i = bar - _slow; i < bar; i++)
        {
            slow += _close[i];
            fast += i >= bar - _fast ? _close[i] : 0;
        }

        return (fast * _slow) - (slow * _fast);
    }
}
