using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Models;
using ForexE2E.Domain.Parameters;
using ForexE2E.Strategy.Rl.Agents;
using ForexE2E.Strategy.Rl.Ppo;
using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Rl;

/// <summary>What the agents of a run share: states, the checkpoint, and weights found already. Thread-safe.</summary>
internal sealed class AgentGround
{
    /// <summary>Windows of a few trials; about one kilobyte each.</summary>
    private const int Remembered = 1024;

    private readonly BarSeries _bars;
    private readonly AgentStates _states;
    private readonly AgentTuning _tuning;
    private readonly AgentMemo _memo = new(Remembered);

    /// <exception cref="ModelException">The models hold no agent, or not one that can be used.</exception>
    public AgentGround(MarketData data, ulong seed)
    {
        _bars = data.Bars;
        _states = new AgentStates(data);
        _tuning = new AgentTuning(_states, AgentCheckpoint.Load(data.Models ?? throw new ModelException("The agent needs a checkpoint: name a folder with --models.")), seed);
    }

    /// <summary>What an agent lacks in these data, with the remedy; null when it can see its state.</summary>
    public static string? WhyIdle(MarketData data) =>
        DailyCloses.Universe(data) is null ? "the agent weighs five pairs: name four others with --bars-for"
        : data.Vix is null ? "the agent's state needs a VIX series: name one with --vix" : null;

    /// <summary>The weights of a window under a parameter set, tuned now unless they are remembered.</summary>
    public AgentWeights WeightsOf(FittedWindow fit, ParameterSet p, CancellationToken cancellation)
    {
        if (fit.TestEnd == 0 || fit.TrainFirst >= _bars.Count)
            return AgentWeights.None;
        int first = Math.Max(DayOf(fit.TrainFirst), _states.First);
        int learnEnd = Math.Max(first, LearnEnd(fit));
        AgentKey key = new(first, learnEnd, Math.Max(learnEnd, DayOf(fit.TestEnd - 1)), AgentShape.ActorOf(p), AgentShape.CriticOf(p), PpoSettings.Of(p));
        return _memo.GetOrTune(key, () => _tuning.Tune(key, cancellation));
    }

    /// <summary>The trading day a bar belongs to, as a place among the run's days.</summary>
    public int DayOf(int bar) => _states.Closes.IndexOf(DailyCloses.DayOf(_bars, bar));

    /// <summary>The day whose weights hold once a bar has closed: the next one when that bar ended its trading day, which may lie beyond the data.</summary>
    public int DayInForceAfter(int bar) => _states.Closes.EndOf(DayOf(bar)) <= _bars.EndOf(bar) ? DayOf(bar) + 1 : DayOf(bar);

    // Only days that had ended by the end of the last train bar: the day a train span ends in may still run on into the test.
    private int LearnEnd(FittedWindow fit) => fit.TrainEnd == fit.TrainFirst ? 0 : DayInForceAfter(fit.TrainEnd - 1);
}
