using System.Collections.Immutable;
using ForexE2E.Backtesting.Simulation;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Trials;
using ForexE2E.Strategy;
using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Filters;
using ForexE2E.Strategy.LookAhead;

namespace ForexE2E.Backtesting.LookAhead;

/// <summary>What the components that live in a window say: what its train span taught, what is decided at each close, what is traded.</summary>
internal static class WindowTraces
{
    private static readonly ImmutableArray<(string Name, double Value)> Eager =
    [
        ("sizing_method", 1), ("pattern_confidence_threshold", 0.5), ("pattern_false_breakout_filter", 0), ("filter_vix_high_threshold", 20),
        ("filter_sentiment_contrarian_threshold", 0.6), ("filter_sentiment_confidence_threshold", 0.5), ("filter_sentiment_use_news", 1),
    ];

    /// <summary>Names and words of what <see cref="Of"/> returns.</summary>
    public static ImmutableArray<(string Name, string What)> Components { get; } =
    [
        ("ensemble", "probability of a rise, fitted on the train span"),
        ("regimes", "filtered states of the hidden Markov model"),
        ("usual volume", "mean volume of each hour of the week in the train span"),
        ("train trades", "returns of the train span's trades, for Kelly and optimal f"),
        ("decisions", "signal, size, stop and target at every close, at the defaults and with eager filters and Kelly"),
        ("trades", "equity at every close and closed trades of the whole window, at the defaults and with eager filters and Kelly"),
    ];

    public static ImmutableArray<ComponentTrace> Of(Backtest backtest, BarSeries bars, WalkForwardWindow window, CancellationToken cancellation)
    {
        FittedWindow fit = backtest.Fit(window, cancellation);
        ParameterSpace space = ParameterCatalog.Space(backtest.Fixed);
        ParameterSet usual = space.Defaults;
        ParameterSet eager = SetOf(space);
        TrainStatistics train = backtest.Train(fit, eager, eager, cancellation);
        return
        [
            PerBar("ensemble", fit.TrainFirst, fit.TestEnd, (int bar, ref Fingerprint print) => print.Add(fit.UpProbabilityAt(bar))),
            PerBar("regimes", fit.TrainFirst, fit.TestEnd, (int bar, ref Fingerprint print) => print.Add((int)fit.RegimeAt(bar))),
            PerBar("usual volume", fit.TrainEnd - 1, fit.TrainEnd, (int _, ref Fingerprint print) => Add(fit.UsualVolume, ref print)),
            PerBar("train trades", fit.TrainEnd - 1, fit.TrainEnd, (int _, ref Fingerprint print) => Add(train, ref print)),
            Decisions(backtest.Strategy.TestRule(fit, usual, TrainStatistics.None), backtest.Strategy.TestRule(fit, eager, train), fit, bars),
            Trades(backtest.RunWindowTrades(window, usual, cancellation), backtest.RunWindowTrades(window, eager, cancellation)),
        ];
    }

    private delegate void Says(int bar, ref Fingerprint print);

    private static ParameterSet SetOf(ParameterSpace space)
    {
        double[] values = space.Defaults.Values.ToArray();
        foreach ((string name, double value) in Eager)
        {
            values[space.Definitions.IndexOf(name)] = value;
        }

        return space.Repair(values);
    }

    private static void Add(HourlyVolume? usual, ref Fingerprint print)
    {
        for (int hour = 0; hour < HourlyVolume.HoursAWeek && usual is not null; hour++)
        {
            print.Add(usual.At(hour));
        }
    }

    private static void Add(TrainStatistics train, ref Fingerprint print)
    {
        foreach (double change in train.TradeReturns)
        {
            print.Add(change);
        }
    }

    private static ComponentTrace Decisions(EngineRule one, EngineRule two, FittedWindow fit, BarSeries bars)
    {
        AccountView account = new() { BalanceCents = 10_000_000, EquityCents = 10_000_000, DayStartEquityCents = 10_000_000 };
        return PerBar("decisions", fit.TestFirst, fit.TestEnd, (int bar, ref Fingerprint print) =>
        {
            Add(ref one, bar, bars, account, ref print);
            Add(ref two, bar, bars, account, ref print);
        });
    }

    private static void Add(ref EngineRule rule, int bar, BarSeries bars, in AccountView account, ref Fingerprint print)
    {
        Decision decision = rule.AtClose(bar, default, account);
        EntryPlan plan = rule.AtEntry(new EntryContext
        {
            SignalBar = bar,
            Side = decision.Signal,
            EntryPoints = bars.Close[bar],
            CentsPerPoint = 1,
            NotionalCents = bars.Close[bar],
            Account = account,
        });
        print.Add((int)decision.Signal);
        print.Add(plan.MicroLots);
        print.Add(plan.StopPoints);
        print.Add((int)plan.StopReason);
        print.Add(plan.TargetPoints);
    }

    // Without the last bar: there the window ends, and whatever is open is closed.
    private static ComponentTrace Trades(WindowRun one, WindowRun two) =>
        PerBar("trades", one.FirstBar, one.FirstBar + Math.Max(0, one.EquityCents.Length - 1), (int bar, ref Fingerprint print) =>
        {
            Add(one, bar, ref print);
            Add(two, bar, ref print);
        });

    private static void Add(WindowRun run, int bar, ref Fingerprint print)
    {
        print.Add(run.EquityCents[bar - run.FirstBar]);
        foreach (Trade trade in run.Trades.Where(t => t.ExitBar == bar))
        {
            print.Add(trade.EntryBar);
            print.Add(trade.EntryPoints);
            print.Add(trade.MicroLots);
            print.Add(trade.ExitPoints);
            print.Add((int)trade.Reason);
            print.Add(trade.NetCents);
        }
    }

    private static ComponentTrace PerBar(string name, int first, int end, Says says)
    {
        ulong[] prints = new ulong[Math.Max(0, end - first)];
        for (int i = 0; i < prints.Length; i++)
        {
            Fingerprint print = default;
            says(first + i, ref print);
            prints[i] = print.Value;
        }

        return new ComponentTrace(name, first, prints);
    }
}
