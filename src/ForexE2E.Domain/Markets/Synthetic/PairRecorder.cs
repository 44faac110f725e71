using System.Runtime.InteropServices;
using ForexE2E.Domain.Randomness;

namespace ForexE2E.Domain.Markets.Synthetic;

/// <summary>Writes down the bars of one pair while the currencies move.</summary>
internal sealed class PairRecorder
{
    // Typical spread as a share of the price: 0.8 pips of EURUSD.
    private const double SpreadShare = 0.7e-4;
    private const double TicksInFiveMinutes = 120;
    private readonly Symbol _symbol;
    private readonly CurrencyWalk _walk;
    private readonly int _base;
    private readonly int _quote;
    private readonly double _pointsPerUnit;
    private readonly Draws _draws;
    private readonly List<int> _starts;
    private readonly List<int> _open;
    private readonly List<int> _high;
    private readonly List<int> _low;
    private readonly List<int> _close;
    private readonly List<float> _volume;
    private readonly List<int> _spread;

    public PairRecorder(Symbol symbol, CurrencyWalk walk, ulong seed, int capacity)
    {
        (_symbol, _walk) = (symbol, walk);
        (_base, _quote) = (walk.IndexOf(symbol.Base), walk.IndexOf(symbol.Quote));
        double unit = 1;
        for (int i = 0; i < symbol.Digits; i++)
        {
            unit *= 10;
        }

        _pointsPerUnit = unit;
        int place = (Currencies.Known.IndexOf(symbol.Base) * 100) + Currencies.Known.IndexOf(symbol.Quote);
        _draws = new Draws(SeedOf.Mix(seed, (ulong)place, 12));
        (_starts, _open, _high, _low, _close) = (new(capacity), new(capacity), new(capacity), new(capacity), new(capacity));
        (_volume, _spread) = (new(capacity), new(capacity));
    }

    public double Price => _walk.Ratio(_base, _quote);

    public int Base => _base;

    public int Quote => _quote;

    /// <summary>Starts of the bars written so far, minutes since 1970 UTC.</summary>
    public ReadOnlySpan<int> Starts => CollectionsMarshal.AsSpan(_starts);

    private int Points => Math.Max(1, (int)Math.Floor((Price * _pointsPerUnit) + 0.5));

    public void Begin(int minute)
    {
        int points = Points;
        _starts.Add(minute);
        _open.Add(points);
        _high.Add(points);
        _low.Add(points);
        _close.Add(points);
    }

    public void Look()
    {
        int points = Points;
        int last = _close.Count - 1;
        _close[last] = points;
        _high[last] = Math.Max(_high[last], points);
        _low[last] = Math.Min(_low[last], points);
    }

    public void End(double ticksScale, double spreadScale)
    {
        int last = _close.Count - 1;
        double typicalRange = _close[last] * 4e-4;
        double liveliness = 0.5 + (0.6 * _draws.Uniform()) + ((_high[last] - _low[last]) / typicalRange);
        _volume.Add((float)Math.Max(1, Math.Floor(TicksInFiveMinutes * ticksScale * liveliness)));
        double spread = _close[last] * SpreadShare * spreadScale * (0.8 + (0.4 * _draws.Uniform()));
        _spread.Add(Math.Max(1, (int)Math.Floor(spread + 0.5)));
    }

    public BarSeries ToSeries(Timeframe timeframe) => new(_symbol, timeframe, _symbol.Digits, PriceSide.Bid, new BarColumns
    {
        StartMinutes = [.. _starts],
        Open = [.. _open],
        High = [.. _high],
        Low = [.. _low],
        Close = [.. _close],
        Volume = [.. _volume],
        Spread = [.. _spread],
    });
}
