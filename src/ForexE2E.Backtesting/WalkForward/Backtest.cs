using System.Collections.Immutable;
using ForexE2E.Backtesting.Simulation;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Strategy;
using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Backtesting.WalkForward;

/// <summary>
/// The strategy traded through the windows of a run. What does not depend on a trial's parameters (spreads, calendar,
/// conversion, features, fits) is made once; windows may be computed in any order and on several threads at once.
/// </summary>
public sealed class Backtest : IBacktest
{
    private readonly RunDefinition _definition;
    private readonly BarSeries _bars;
    private readonly string _dataHash;
    private readonly string _engine;
    private readonly long _startBalance;
    private readonly TradingCalendar _calendar;
    private readonly AccountMarket _market;
    private readonly TradingStrategy _strategy;
    private readonly FitCache _fits;

    /// <exception cref="ArgumentException">The span is too short for one window, a fixed parameter is unknown, or a cost model lacks its data; the message names the remedy.</exception>
    public Backtest(RunDefinition definition, MarketData data, FitCache fits)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(fits);
        _definition = definition.Validated();
        (_bars, _dataHash, _fits) = (data.Bars, data.Hash, fits);
        Plan = WalkForwardPlan.Create(definition.From, definition.To, definition.WalkForward);
        _market = new AccountMarket(
            new FillModel(_bars, definition.Costs), new CostModel(_bars, data.Pairs, definition.Costs, definition.Account));
        _calendar = TradingCalendar.NewYork(_bars);
        _startBalance = (long)Math.Round(definition.Account.StartBalance * 100);
        _strategy = new TradingStrategy(data, definition);
        _engine = FormattableString.Invariant(
            $"{definition.Market}|{string.Join(',', definition.Components)}|{definition.Costs}|{definition.Account}");
    }

    public WalkForwardPlan Plan { get; }

    public ImmutableArray<WalkForwardWindow> InSample => Plan.InSample;

    public ImmutableArray<WalkForwardWindow> OutOfSample => Plan.OutOfSample;

    public ImmutableArray<ComponentStatus> Components => _strategy.Components;

    public ImmutableArray<FixedParameter> Fixed => _strategy.Fixed;

    public WindowResult RunWindow(WalkForwardWindow window, ParameterPlan plan, CancellationToken cancellation)
    {
        FittedWindow fit = Fit(window, cancellation);
        return ResultOf(window, fit, Trade(fit, plan, default, cancellation)).Result;
    }

    /// <summary>Like <see cref="RunWindow"/>, with the trades and the equity at every close.</summary>
    public WindowRun RunWindowTrades(WalkForwardWindow window, ParameterPlan plan, CancellationToken cancellation)
    {
        FittedWindow fit = Fit(window, cancellation);
        long[] equity = new long[fit.TestEnd - fit.TestFirst];
        (WindowResult result, ImmutableArray<Trade> trades) = ResultOf(window, fit, Trade(fit, plan, equity, cancellation));
        return new WindowRun(window, result, trades, fit.TestFirst, ImmutableArray.Create(equity));
    }

    public PerformanceMetrics Join(IReadOnlyCollection<WindowResult> windows) =>
        WindowJoin.Join(windows, _startBalance / 100.0, _definition.PeriodsPerYear);

    public ImmutableArray<RegimeResult> JoinByRegime(IReadOnlyCollection<WindowResult> windows) =>
        RegimeJoin.Join(windows, _startBalance / 100.0, _definition);

    /// <summary>Runs windows, such as <see cref="InSample"/>, and reports them with every trade.</summary>
    public SampleReport Report(ImmutableArray<WalkForwardWindow> windows, ParameterPlan plan, CancellationToken cancellation)
    {
        ImmutableArray<WindowRun> runs = [.. windows.Select(w => RunWindowTrades(w, plan, cancellation))];
        ImmutableArray<WindowResult> results = [.. runs.Select(r => r.Result)];
        return new SampleReport(runs, Join(results), WindowJoin.ByRegime(results));
    }

    private (WindowResult Result, ImmutableArray<Trade> Trades) ResultOf(WalkForwardWindow window, FittedWindow fit, SimulationResult simulation)
    {
        ImmutableArray<Trade> trades = [.. simulation.Trades.Select(t => t with { Regime = fit.RegimeAt(t.SignalBar) })];
        EquityExtremes extremes = simulation.Extremes;
        WindowResult result = new()
        {
            Index = window.Index,
            StartBalanceCents = simulation.StartBalanceCents,
            EndBalanceCents = simulation.EndBalanceCents,
            PeakEquityCents = extremes.Peak,
            LowEquityCents = extremes.Low,
            MaxDrawdownCents = extremes.MaxDrawdown,
            MaxDrawdownFraction = extremes.MaxDrawdownFraction,
            DailyReturns = simulation.DailyReturns,
            Totals = TradeSums.All(trades),
            ByRegime = [.. TradeSums.ByRegime(trades, t => _calendar.TradingDay(t.ExitBar))],
        };
        return (result, trades);
    }

    private FittedWindow Fit(WalkForwardWindow window, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(window);
        ulong seed = SeedOf.Fit(_definition.Seed, window.Index);
        return _fits.GetOrFit(new FitKey(_dataHash, _engine, window, seed), token => _strategy.Fit(window, seed, token), cancellation);
    }

    private SimulationResult Trade(FittedWindow fit, ParameterPlan plan, Span<long> equity, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        BarRange span = new(fit.TestFirst, fit.TestEnd);
        return plan.Everywhere is { } set
            ? Simulate(TestRule(fit, set, plan, cancellation), span, equity, cancellation)
            : Simulate(PlanRules.Of(fit, plan, (s, part) => TestRule(fit, s, part, cancellation)), span, equity, cancellation);
    }

    private EngineRule TestRule(FittedWindow fit, ParameterSet parameters, ParameterPlan served, CancellationToken cancellation) =>
        _strategy.TestRule(
            fit, parameters, TradingStrategy.NeedsTrainStatistics(parameters) ? Train(fit, parameters, served, cancellation) : TrainStatistics.None);

    private TrainStatistics Train(FittedWindow fit, ParameterSet parameters, ParameterPlan served, CancellationToken cancellation)
    {
        BarRange span = new(fit.TrainFirst, fit.TrainEnd);
        SimulationResult trained = served.Everywhere is not null
            ? Simulate(_strategy.TrainRule(fit, parameters), span, default, cancellation)
            : Simulate(PlanRules.Of(fit, served, (s, _) => _strategy.TrainRule(fit, s)), span, default, cancellation);
        return new TrainStatistics([.. trained.Trades.Select(t => t.NetReturn)]);
    }

    private SimulationResult Simulate<TRule>(TRule rule, BarRange span, Span<long> equity, CancellationToken cancellation)
        where TRule : struct, ITradingRule =>
        TradeSimulator.Run(rule, _market, _bars, _calendar, span, _startBalance, equity, cancellation);
}
