using ForexE2E.Domain.Randomness;

namespace ForexE2E.Domain.Markets.Synthetic;

/// <summary>The generated VIX and positioning reports, made only of what the path has shown by the day they speak of.</summary>
internal sealed class Publications(ulong seed, int startMinute)
{
    private const int VixMinutesBeforeRollover = 45;      // 16:15 New York
    private const int ReportMinutesBeforeRollover = 90;   // Friday 15:30 New York
    private const double ScareChance = 0.05;              // on a trading day
    private const double ScareFades = 0.85;               // from one trading day to the next
    private readonly Draws _vixDraws = new(SeedOf.Mix(seed, 0, 13));
    private readonly Draws _reportDraws = new(SeedOf.Mix(seed, 0, 14));
    private readonly Draws _scareDraws = new(SeedOf.Mix(seed, 0, 16));
    private readonly NewsDesk _news = new(seed);
    private readonly List<(DateTime Published, double Value)> _vix = [];
    private readonly List<(DateTime Published, double Value)> _reports = [];
    private int _day = NewYorkClock.TradingDay(startMinute + VixMinutesBeforeRollover);
    private double _unrest = 1;
    private double _level = 15;
    private double _scare;
    private double _average;
    private double _longShare = 0.5;

    /// <summary>Looks at the path after a step.</summary>
    public void Look(int minute, int stepMinutes, double volatility, double price)
    {
        _average = _average == 0 ? price : _average + ((price - _average) * stepMinutes / 10_000.0);
        _unrest += (volatility - _unrest) * stepMinutes / 3_000.0;
        _news.Look(minute, stepMinutes, price);
        // A day's values are made at 16:15, when the VIX is published: nothing later may be in them.
        for (int day = NewYorkClock.TradingDay(minute + stepMinutes + VixMinutesBeforeRollover); _day < day; _day++)
        {
            EndDay(_day, price);
        }
    }

    public PublishedSeries Vix() => ToSeries("generated VIX", _vix);

    public PublishedSeries Sentiment() => ToSeries("generated sentiment", _reports);

    public PublishedSeries News() => ToSeries("generated news", _news.Items);

    private void EndDay(int day, double price)
    {
        int weekday = day % 7; // 0 Thursday, 1 Friday, 2 Saturday, 3 Sunday, 5 Tuesday
        if (weekday is 2 or 3)
        {
            return;
        }

        int end = NewYorkClock.EndOfTradingDay(day);
        _level += (0.3 * (4 + (11 * _unrest) - _level)) + (0.6 * _vixDraws.Bell());
        bool isScared = _scareDraws.Uniform() < ScareChance;
        _scare = (_scare * ScareFades) + (isScared ? 12 + (38 * _scareDraws.Uniform()) : 0);
        _vix.Add((At(end - VixMinutesBeforeRollover), Math.Round(Math.Clamp(_level + _scare, 8, 80), 2)));
        if (weekday == 5)
        {
            // The crowd sells what has risen above its average of the last weeks and buys what has fallen.
            double stretch = (price / _average) - 1;
            _longShare = Math.Round(Math.Clamp(0.5 - (25 * stretch) + (0.05 * _reportDraws.Bell()), 0.05, 0.95), 4);
        }

        if (weekday == 1)
        {
            _reports.Add((At(end - ReportMinutesBeforeRollover), _longShare));
        }
    }

    private static DateTime At(int minute) => DateTime.UnixEpoch.AddMinutes(minute);

    private static PublishedSeries ToSeries(string name, IReadOnlyCollection<(DateTime Published, double Value)> entries) =>
        new(name, [.. entries.Select(e => e.Published)], [.. entries.Select(e => e.Value)]);
}
