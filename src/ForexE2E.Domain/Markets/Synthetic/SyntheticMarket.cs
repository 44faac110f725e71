using System.Collections.Immutable;
using ForexE2E.Domain.Randomness;

namespace ForexE2E.Domain.Markets.Synthetic;

/// <summary>
/// Generates a market for machines without data: four hidden regimes (drift with a little momentum in trends, a pull to
/// the middle in ranges, double moves when volatile), an intraday rhythm of moves, volumes and spreads, wide spreads at
/// the 17:00 New York rollover, weekend gaps, correlated pairs, a VIX, a sentiment and a news series. The same arguments give
/// the same numbers on every machine (see <see cref="Draws"/>), a later end only appends, and coarse bars are the fine
/// ones resampled. Results on it say that the machinery works, and nothing about real money.
/// </summary>
public static class SyntheticMarket
{
    private const int PairCount = 5;
    private const int LooksABar = 4;
    private const double PairMove = 2.7e-4;       // typical move of a pair in five minutes
    private const double Drift = 0.07 * PairMove; // of a trend, in five minutes
    private const double Momentum = 0.06;
    private const double RangePull = 0.012;
    private const double PauseScale = 0.15;       // between two bars
    private const double WeekendScale = 7;

    private static readonly ImmutableArray<string> Majors = ["EURUSD", "GBPUSD", "USDJPY", "AUDUSD", "USDCHF", "USDCAD", "NZDUSD"];

    /// <param name="market">Any known pair; the timeframe of all bars.</param>
    /// <param name="from">First instant, UTC, inclusive.</param>
    /// <param name="to">End, UTC, exclusive.</param>
    /// <param name="seed">All luck comes from it.</param>
    /// <param name="moves">Scale of all moves, 0.1 to 10.</param>
    /// <exception cref="ArgumentException">The span is empty, not UTC, before 1990 or longer than 50 years, or the scale out of range.</exception>
    public static SyntheticMarketData Generate(Market market, DateTime from, DateTime to, ulong seed, double moves = 1)
    {
        if (!(moves >= 0.1 && moves <= 10))
        {
            throw new ArgumentException(FormattableString.Invariant($"The scale of moves must be 0.1 to 10, was {moves}."));
        }

        if (from.Kind != DateTimeKind.Utc || to.Kind != DateTimeKind.Utc || from >= to || from.Year < 1990 || to > from.AddYears(50))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"A generated market needs a span in UTC, after 1990, of more than nothing and at most 50 years: {from:u} to {to:u}."));
        }

        // Whole coarse bars only: a last bar cut short would differ from the one a later end gives.
        int first = CeilingTo(MinuteOf(from), market.Timeframe.Minutes);
        int end = CeilingTo(MinuteOf(to), market.Timeframe.Minutes);
        return new Path(market, seed, first, end, moves).Walk();
    }

    private static int MinuteOf(DateTime instant) => (int)((instant.Ticks - DateTime.UnixEpoch.Ticks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute);

    private static int CeilingTo(int minute, int step) => (minute + step - 1) / step * step;

    private sealed class Path
    {
        private readonly Market _market;
        private readonly int _first;
        private readonly int _end;
        private readonly int _step;
        private readonly double _stepScale;
        private readonly double _moves;
        private readonly CurrencyWalk _walk;
        private readonly RegimeWalk _regime;
        private readonly PairRecorder _traded;
        private readonly ImmutableArray<PairRecorder> _recorders;
        private readonly Publications _publications;
        private readonly List<Regime> _regimes = [];
        private double _anchor;
        private double _lastMove;

        public Path(Market market, ulong seed, int first, int end, double moves)
        {
            (_market, _first, _end, _moves) = (market, first, end, moves);
            _step = market.Timeframe.Minutes % 5 == 0 ? 5 : 1;
            _stepScale = moves * Math.Sqrt(_step / 5.0);
            ImmutableArray<Symbol> symbols = [market.Symbol, .. OthersThan(market.Symbol)];
            ImmutableArray<string> currencies = [.. symbols.SelectMany(s => new[] { s.Base, s.Quote }).Distinct(StringComparer.Ordinal)];
            _walk = new CurrencyWalk(currencies, seed);
            _regime = new RegimeWalk(SeedOf.Mix(seed, 0, 10));
            int capacity = (int)Math.Min((long)(end - first) / _step * 5 / 7, 1 << 24) + 16;
            _recorders = [.. symbols.Select(symbol => new PairRecorder(symbol, _walk, seed, capacity))];
            _traded = _recorders[0];
            _anchor = _traded.Price;
            _publications = new Publications(seed, first);
        }

        public SyntheticMarketData Walk()
        {
            bool isWeekOpen = false;
            int opening = TradingWeek.OpeningAtOrBefore(_first);
            int closing = TradingWeek.ClosingOf(opening);
            for (int minute = _first; minute < _end; minute += _step)
            {
                if (minute >= closing)
                {
                    opening = TradingWeek.OpeningAfter(opening);
                    closing = TradingWeek.ClosingOf(opening);
                    isWeekOpen = true;
                }

                if (minute >= opening)
                {
                    Step(minute, isWeekOpen);
                    isWeekOpen = false;
                }
            }

            return ToData();
        }

        private void Step(int minute, bool isWeekOpen)
        {
            if (_regime.Advance(_step))
            {
                _anchor = _traded.Price;
            }

            double scale = _stepScale * _regime.Volatility;
            _walk.Advance(scale * (isWeekOpen ? WeekendScale : PauseScale));
            foreach (PairRecorder recorder in _recorders)
            {
                recorder.Begin(minute);
            }

            Move(scale * IntradayProfile.Move(minute));
            double ticks = IntradayProfile.Ticks(minute) * _step / 5.0;
            double spread = IntradayProfile.Spread(minute) * (_regime.State == Regime.Volatile ? 1.5 : 1) * (isWeekOpen ? 2 : 1);
            foreach (PairRecorder recorder in _recorders)
            {
                recorder.End(ticks, spread);
            }

            _regimes.Add(_regime.State);
            _publications.Look(minute, _step, _regime.Volatility, _traded.Price);
        }

        /// <summary>One bar's path: chance for all currencies, structure for the traded pair.</summary>
        private void Move(double scale)
        {
            double open = _traded.Price;
            double pull = _regime.State == Regime.Ranging ? RangePull * _step / 5 * ((_anchor / open) - 1) : 0;
            double drift = _moves * _regime.Trend * Drift * _step / 5;
            double momentum = _regime.Trend == 0 ? 0 : Momentum * _lastMove;
            double push = (drift + pull + momentum) / LooksABar;
            double lookScale = scale / 2; // four looks, each half the deviation of the bar
            for (int look = 0; look < LooksABar; look++)
            {
                _walk.Advance(lookScale);
                _walk.Push(_traded.Base, _traded.Quote, push);
                foreach (PairRecorder recorder in _recorders)
                {
                    recorder.Look();
                }
            }

            _lastMove = (_traded.Price / open) - 1;
        }

        private SyntheticMarketData ToData()
        {
            var step = new Timeframe(_step);
            ImmutableArray<BarSeries> series = [.. _recorders.Select(r => Resampling.Resample(r.ToSeries(step), _market.Timeframe))];
            return new SyntheticMarketData(series[0], series[1..], _publications.Vix(), _publications.Sentiment(), _publications.News(), RegimesOf(series[0]));
        }

        /// <summary>The state in which each bar ended.</summary>
        private ImmutableArray<Regime> RegimesOf(BarSeries bars)
        {
            ReadOnlySpan<int> fine = _traded.Starts;
            var last = new Regime[bars.Count];
            int bar = 0;
            for (int i = 0; i < fine.Length; i++)
            {
                while (fine[i] >= bars.StartMinutes[bar] + _market.Timeframe.Minutes)
                {
                    bar++;
                }

                last[bar] = _regimes[i];
            }

            return [.. last];
        }

        private static ImmutableArray<Symbol> OthersThan(Symbol traded) =>
            [.. Majors.Select(Symbol.Parse).Where(s => s != traded && (s.Base, s.Quote) != (traded.Quote, traded.Base)).Take(PairCount)];
    }
}
