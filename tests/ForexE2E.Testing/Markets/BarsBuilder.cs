using ForexE2E.Domain.Markets;

namespace ForexE2E.Testing.Markets;

/// <summary>Builds small bar series by hand: five-minute EURUSD mid bars from Monday 2022-01-03 00:00 UTC unless said otherwise.</summary>
public sealed class BarsBuilder
{
    private readonly List<(int Start, int Open, int High, int Low, int Close, int Spread)> _bars = [];
    private int _next = (int)(new DateTime(2022, 1, 3, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalMinutes;
    private string _symbol = "EURUSD";
    private int _digits = 5;
    private int _minutes = 5;
    private PriceSide _side = PriceSide.Mid;
    private bool _hasSpread;

    public BarsBuilder Of(string symbol, int digits = 5)
    {
        (_symbol, _digits) = (symbol, digits);
        return this;
    }

    public BarsBuilder Side(PriceSide side)
    {
        _side = side;
        return this;
    }

    public BarsBuilder Every(int minutes)
    {
        _minutes = minutes;
        return this;
    }

    /// <summary>The next bar starts at this instant (UTC).</summary>
    public BarsBuilder At(DateTime start)
    {
        _next = (int)(start - DateTime.UnixEpoch).TotalMinutes;
        return this;
    }

    /// <summary>Adds a bar; prices and spread in points.</summary>
    public BarsBuilder Bar(int open, int high, int low, int close, int? spread = null)
    {
        _bars.Add((_next, open, high, low, close, spread ?? 0));
        _hasSpread |= spread is not null;
        _next += _minutes;
        return this;
    }

    /// <summary>Adds bars whose four prices are one.</summary>
    public BarsBuilder Flat(int price, int count = 1, int? spread = null)
    {
        for (int i = 0; i < count; i++)
        {
            Bar(price, price, price, price, spread);
        }

        return this;
    }

    public BarSeries Build() => new(Symbol.Parse(_symbol), new Timeframe(_minutes), _digits, _side, new BarColumns
    {
        StartMinutes = [.. _bars.Select(b => b.Start)],
        Open = [.. _bars.Select(b => b.Open)],
        High = [.. _bars.Select(b => b.High)],
        Low = [.. _bars.Select(b => b.Low)],
        Close = [.. _bars.Select(b => b.Close)],
        Spread = _hasSpread ? [.. _bars.Select(b => b.Spread)] : null,
    });
}
