using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Strategy.Decisions;
using ForexE2E.Testing.Markets;

namespace ForexE2E.Strategy.Tests.LookAhead;

public sealed class WindowLookAheadTests
{
    private static readonly BarSeries Bars = WalkingBars.Make(3, 3600, 9, 27, minutes: 15);
    private static readonly DateTime From = Bars.StartOf(400);
    private static readonly WalkForwardWindow Window = new(0, From, From.AddDays(30), From.AddDays(30), From.AddDays(37));
    private static readonly ParameterSet Defaults = ParameterCatalog.Space([]).Defaults;

    [Fact]
    public void Probabilities_regimes_and_decisions_do_not_change_when_later_bars_are_taken_away()
    {
        int testFirst = Bars.IndexAtOrAfter(Window.TestFrom);
        int[] cuts = [testFirst + 1, testFirst + 97, testFirst + 250, testFirst + 401];
        Assert.Equal(-1, Peeking.FirstBar(Bars, cuts, Outcomes));
    }

    [Fact]
    public void Bars_at_or_after_the_end_of_the_train_span_teach_nothing()
    {
        int trainEnd = Bars.IndexAtOrAfter(Window.TrainTo);
        // Other prices after the train span, the same before.
        BarSeries other = Spliced(Bars, WalkingBars.Make(99, Bars.Count, 30, 60, minutes: 15), trainEnd);
        FittedWindow one = Strategy(Bars).Fit(Window, 5, default);
        FittedWindow two = Strategy(other).Fit(Window, 5, default);
        for (int bar = one.TrainFirst; bar < trainEnd; bar++)
        {
            Assert.Equal(one.UpProbabilityAt(bar), two.UpProbabilityAt(bar));
            Assert.Equal(one.RegimeAt(bar), two.RegimeAt(bar));
        }
    }

    [Fact]
    public void A_fit_says_something_and_names_every_regime()
    {
        FittedWindow fit = Strategy(Bars).Fit(Window, 5, default);
        Regime[] seen = [.. Enumerable.Range(fit.TrainFirst, fit.TrainEnd - fit.TrainFirst).Select(fit.RegimeAt)];
        Assert.Equal(RegimeNames.States, seen.Distinct().Order());
        Assert.True(Enumerable.Range(fit.TestFirst, fit.TestEnd - fit.TestFirst).Select(fit.UpProbabilityAt).Distinct().Count() > 100);
    }

    [Fact]
    public void Fits_are_equal_bit_for_bit_over_repeats_and_threads()
    {
        TradingStrategy strategy = Strategy(Bars);
        ulong expected = Print(strategy.Fit(Window, 5, default));
        ulong[] prints = new ulong[4];
        Thread[] threads = [.. Enumerable.Range(0, prints.Length).Select(i => new Thread(() => prints[i] = Print(Strategy(Bars).Fit(Window, 5, default))))];
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        Assert.All(prints, p => Assert.Equal(expected, p));
    }

    [Fact]
    public void A_window_before_the_run_s_span_is_refused_with_the_remedy()
    {
        WalkForwardWindow early = Window with { TrainFrom = From.AddDays(-3) };
        ArgumentException error = Assert.Throws<ArgumentException>(() => Strategy(Bars).Fit(early, 5, default));
        Assert.Contains("begin the span there", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_of_hourly_bars_is_enough_to_learn_from()
    {
        BarSeries hourly = WalkingBars.Make(8, 1100, 9, 27, minutes: 60);
        FittedWindow fit = Strategy(hourly).Fit(Window with { TrainFrom = From.AddDays(15), TrainTo = From.AddDays(45), TestFrom = From.AddDays(45), TestTo = From.AddDays(52) }, 5, default);
        Assert.True(Enumerable.Range(fit.TestFirst, fit.TestEnd - fit.TestFirst).Select(fit.UpProbabilityAt).Distinct().Count() > 20);
    }

    private static TradingStrategy Strategy(BarSeries bars) => new(FeatureLookAheadTests.Data(bars, []), new RunDefinition
    {
        Market = new Market(bars.Symbol, bars.Timeframe),
        From = From,
        To = From.AddDays(37),
        Data = new DataSources(),
    });

    private static List<string> Outcomes(BarSeries bars)
    {
        TradingStrategy strategy = Strategy(bars);
        FittedWindow fit = strategy.Fit(Window, 5, default);
        EngineRule rule = strategy.TestRule(fit, Defaults, TrainStatistics.None);
        List<string> all = [.. Enumerable.Repeat("", fit.TrainFirst)];
        for (int bar = fit.TrainFirst; bar < fit.TestEnd; bar++)
        {
            Decision decision = rule.AtClose(bar, default, new AccountView { EquityCents = 1_000_000, DayStartEquityCents = 1_000_000 });
            EntryPlan plan = rule.AtEntry(new EntryContext
            {
                SignalBar = bar,
                Side = Side.Long,
                EntryPoints = bars.Close[bar],
                CentsPerPoint = 1,
                NotionalCents = bars.Close[bar],
                Account = new AccountView { EquityCents = 1_000_000 },
            });
            all.Add(FormattableString.Invariant($"{fit.UpProbabilityAt(bar):R} {fit.RegimeAt(bar)} {decision.Signal} {plan.MicroLots} {plan.StopPoints} {plan.TargetPoints}"));
        }

        return all;
    }

    private static BarSeries Spliced(BarSeries first, BarSeries then, int at) => new(first.Symbol, first.Timeframe, first.Digits, first.Side, new BarColumns
    {
        StartMinutes = first.StartMinutes.ToArray(),
        Open = [.. first.Open[..at], .. then.Open[at..]],
        High = [.. first.High[..at], .. then.High[at..]],
        Low = [.. first.Low[..at], .. then.Low[at..]],
        Close = [.. first.Close[..at], .. then.Close[at..]],
    });

    private static ulong Print(FittedWindow fit)
    {
        ulong hash = 14695981039346656037;
        for (int bar = fit.TrainFirst; bar < fit.TestEnd; bar++)
        {
            hash = (hash ^ BitConverter.SingleToUInt32Bits(fit.UpProbabilityAt(bar)) ^ ((ulong)fit.RegimeAt(bar) << 40)) * 1099511628211;
        }

        return hash;
    }
}
