using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.MarketData;
using ForexE2E.Strategy.Regimes;

namespace ForexE2E.Benchmarks.Backtests;

/// <summary>
/// Where the time of the main job's first and later trials goes: the folder of real data in FOREXE2E_DATA, two years of 5-minute EURUSD, five
/// hourly pairs, VIX, positioning. Each phase is run by itself on one thread and measured in CPU time of the process, which other
/// programs do not touch (collections by background threads are in it).
/// </summary>
internal static class TrialPhases
{
    private const int LaterTrials = 20;
    private static readonly DateTime From = new(2018, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime To = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static int Run()
    {
        string folder = Environment.GetEnvironmentVariable("FOREXE2E_DATA") ?? throw new InvalidOperationException("Set FOREXE2E_DATA to the folder of the real data.");
        RunDefinition definition = new() { Market = new Market(Symbol.Parse("EURUSD"), new Timeframe(5)), From = From, To = To, Data = Sources(folder) };
        using MarketDataFiles files = new();
        MarketData data = Measure("read the files", () => files.Load(definition.Market, definition.Data, From, To, default).GetAwaiter().GetResult());
        Backtest backtest = Measure("columns: features, ranges, patterns' backdrop, publications", () => new Backtest(definition, data, new FitCache()));
        ImmutableArray<WalkForwardWindow> windows = backtest.InSample;
        ParameterSet defaults = ParameterCatalog.Space(backtest.Fixed).Defaults;
        Measure($"first trial at the defaults, {windows.Length} windows: fits and trades", () => Trial(backtest, windows, defaults));
        Measure("  of it regimes (Baum-Welch, filter)", () => windows.Sum(w => PathOf(data.Bars, definition, w)));
        Measure("later trial at the defaults", () => Trial(backtest, windows, defaults));
        Measure("later trial sized by Kelly (train spans traded too)", () => Trial(backtest, windows, defaults.With("sizing_method", 1)));
        Measure("later trial with every pattern gate open", () => Trial(backtest, windows, Open(defaults)));
        SplitMix64 random = new(7);
        ParameterSpace space = ParameterCatalog.Space(backtest.Fixed);
        ParameterSet[] sets = [.. Enumerable.Range(0, LaterTrials).Select(_ => Draw(space, random))];
        Measure($"{LaterTrials} random later trials, together", () => sets.Sum(s => Trial(backtest, windows, s)));
        return 0;
    }

    private static DataSources Sources(string folder)
    {
        string File(string name) => Path.Combine(folder, name + ".csv.gz");
        return new DataSources
        {
            Bars = File("EURUSD_5m_2017-2019"),
            Pairs = [.. new[] { "GBPUSD", "USDJPY", "AUDUSD", "USDCHF", "USDCAD" }.Select(p => new PairSource(Symbol.Parse(p), File(p + "_1h_2017-2019")))],
            Vix = File("VIX_daily_2010-2019"),
            Sentiment = File("COT_EURFX_weekly_2010-2019"),
        };
    }

    private static int Trial(Backtest backtest, ImmutableArray<WalkForwardWindow> windows, ParameterSet set) =>
        backtest.Join([.. windows.Select(w => backtest.RunWindow(w, set, default))]).TotalTrades;

    private static int PathOf(BarSeries bars, RunDefinition definition, WalkForwardWindow w) => RegimePath.Of(
        bars, bars.IndexAtOrAfter(w.TrainFrom), bars.IndexAtOrAfter(w.TrainTo), bars.IndexAtOrAfter(w.TestTo), SeedOf.Fit(definition.Seed, w.Index), default).Length;

    private static ParameterSet Open(ParameterSet p) => p.With("pattern_use_regime_filter", 0).With("pattern_false_breakout_filter", 0)
        .With("pattern_timeframe_alignment", 0).With("pattern_momentum_confirmation", 0).With("pattern_min_pattern_size", 3).With("pattern_max_pattern_size", 30);

    private static ParameterSet Draw(ParameterSpace space, SplitMix64 random) =>
        space.Repair([.. space.Definitions.Select(d => d.Low + ((d.High - d.Low) * random.NextDouble()))]);

    private static T Measure<T>(string what, Func<T> work)
    {
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        Stopwatch wall = Stopwatch.StartNew();
        T result = work();
        process.Refresh();
        TimeSpan cpu = process.TotalProcessorTime - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-64} {cpu.TotalSeconds,8:0.000} s CPU {wall.Elapsed.TotalSeconds,8:0.000} s wall"));
        return result;
    }
}
