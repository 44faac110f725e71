using ForexE2E.Domain.Randomness;
using ForexE2E.Learning.Algebra;
using ForexE2E.Learning.Layers;
using ForexE2E.Learning.Networks;
using ForexE2E.Learning.Optimizers;
using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Rl.Ppo;

/// <summary>
/// An actor and a critic, and what is needed to improve them: buffers are made once, so a learner may serve many windows. The actor's
/// vector ends with five logarithms of deviations. One norm bounds the gradients of both, so the value loss's weight counts.
/// </summary>
internal sealed class PpoLearner
{
    private readonly Network _actor;
    private readonly Network _critic;
    private readonly float[] _actorGradients;
    private readonly float[] _criticGradients;
    private readonly Adam _actorAdam;
    private readonly Adam _criticAdam;
    private readonly Workspace _actorSpace;
    private readonly Workspace _criticSpace;
    private readonly float[] _meanSlopes;
    private readonly float[] _valueSlopes;
    private readonly float[] _deviations = new float[DailyCloses.Pairs];
    private readonly Experience _experience = new();
    private int[] _order = [];

    /// <param name="largest">Of the states of one batch.</param>
    public PpoLearner(Network actor, Network critic, BatchShape largest)
    {
        (_actor, _critic, Largest) = (actor, critic, largest);
        Actor = new float[actor.ParameterCount + DailyCloses.Pairs];
        Critic = new float[critic.ParameterCount];
        _actorGradients = new float[Actor.Length];
        _criticGradients = new float[Critic.Length];
        _actorAdam = new Adam(Actor.Length, epsilon: 1e-5);
        _criticAdam = new Adam(Critic.Length, epsilon: 1e-5);
        _actorSpace = actor.Allocate(largest);
        _criticSpace = critic.Allocate(largest);
        _meanSlopes = new float[largest.Rows * DailyCloses.Pairs];
        _valueSlopes = new float[largest.Rows];
    }

    public BatchShape Largest { get; }

    /// <summary>The actor's parameters, then the logarithms of five deviations.</summary>
    public float[] Actor { get; }

    public float[] Critic { get; }

    /// <summary>Mean reward a decision in the last collected experience, exploration and turnover included.</summary>
    public double MeanReward => _experience.MeanReward;

    private Span<float> Logs => Actor.AsSpan(_actor.ParameterCount);

    private ReadOnlySpan<float> ActorBody => Actor.AsSpan(0, _actor.ParameterCount);

    /// <summary>Forgets the optimisers' past: a new beginning from whatever the vectors hold.</summary>
    public void Restart()
    {
        _actorAdam.Reset();
        _criticAdam.Reset();
    }

    /// <summary>The weights that trading takes, of every row.</summary>
    public void Decide(BatchShape shape, ReadOnlySpan<float> states, Span<float> weights)
    {
        ReadOnlySpan<float> logits = _actor.Forward(ActorBody, shape, states, _actorSpace);
        for (int i = 0; i < logits.Length; i += DailyCloses.Pairs)
            WeightPolicy.Decide(logits.Slice(i, DailyCloses.Pairs), weights.Slice(i, DailyCloses.Pairs));
    }

    /// <summary>One round: acts on the episodes with the policy as it is, then learns from that experience epoch by epoch.</summary>
    /// <exception cref="ArithmeticException">Parameters or states hold a number that is not finite.</exception>
    public void Improve(Episodes episodes, PpoSettings settings, SplitMix64 luck, CancellationToken cancellation)
    {
        BatchShape shape = episodes.Shape;
        Curves.Exp(Logs, _deviations);
        ReadOnlySpan<float> means = _actor.Forward(ActorBody, shape, episodes.States, _actorSpace);
        ReadOnlySpan<float> values = _critic.Forward(Critic, shape, episodes.States, _criticSpace);
        _experience.Collect(episodes, settings, new PolicyView(means, Logs, _deviations), values, luck);
        if (_order.Length < _experience.Count)
            _order = new int[_experience.Count];
        Span<int> order = _order.AsSpan(0, _experience.Count);
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        for (int epoch = 0; epoch < settings.Epochs; epoch++)
        {
            Shuffle(order, luck);
            for (int first = 0; first < order.Length; first += settings.MiniBatch)
            {
                cancellation.ThrowIfCancellationRequested();
                Step(episodes, settings, order.Slice(first, Math.Min(settings.MiniBatch, order.Length - first)));
            }
        }
    }

    private static void Shuffle(Span<int> order, SplitMix64 luck)
    {
        for (int i = order.Length - 1; i > 0; i--)
        {
            int other = luck.NextInt(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }
    }

    // Decisions on the same state share its row, so the networks see each state once however many decisions a mini-batch has.
    private void Step(Episodes episodes, PpoSettings settings, ReadOnlySpan<int> decisions)
    {
        BatchShape shape = episodes.Shape;
        Array.Clear(_actorGradients);
        Array.Clear(_criticGradients);
        Curves.Exp(Logs, _deviations);
        PolicySlopes(_actor.Forward(ActorBody, shape, episodes.States, _actorSpace), episodes.Decisions, settings, decisions);
        ValueSlopes(_critic.Forward(Critic, shape, episodes.States, _criticSpace), episodes.Decisions, settings, decisions);
        _actor.Backward(ActorBody, shape, episodes.States, _meanSlopes.AsSpan(0, shape.Rows * DailyCloses.Pairs), _actorGradients.AsSpan(0, _actor.ParameterCount), _actorSpace);
        _critic.Backward(Critic, shape, episodes.States, _valueSlopes.AsSpan(0, shape.Rows), _criticGradients, _criticSpace);
        Bound(settings.MaxGradientNorm);
        _actorAdam.Step(Actor, _actorGradients, settings.ActorRate);
        _criticAdam.Step(Critic, _criticGradients, settings.CriticRate);
        foreach (ref float log in Logs)
            log = Math.Clamp(log, WeightPolicy.LeastLog, WeightPolicy.GreatestLog);
    }

    // Loss: minus the mean of min(ratio A, clip(ratio) A), minus the entropy's weight x the sum of logs.
    private void PolicySlopes(ReadOnlySpan<float> means, int states, PpoSettings settings, ReadOnlySpan<int> decisions)
    {
        Span<float> slopes = _meanSlopes.AsSpan(0, means.Length), logs = _actorGradients.AsSpan(_actor.ParameterCount);
        slopes.Clear();
        Span<float> ratio = stackalloc float[1];
        foreach (int decision in decisions)
        {
            int row = decision % states * DailyCloses.Pairs;
            ReadOnlySpan<float> mean = means.Slice(row, DailyCloses.Pairs), action = _experience.Action(decision);
            ratio[0] = WeightPolicy.LogDensity(action, mean, Logs, _deviations) - _experience.LogDensity(decision);
            Curves.Exp(ratio, ratio);
            float advantage = _experience.Advantage(decision);
            bool isClipped = advantage > 0 ? ratio[0] > 1 + settings.ClipEpsilon : ratio[0] < 1 - settings.ClipEpsilon;
            float slope = isClipped ? 0 : -advantage * ratio[0] / decisions.Length;
            for (int i = 0; i < DailyCloses.Pairs; i++)
            {
                float z = (action[i] - mean[i]) / _deviations[i];
                slopes[row + i] += slope * z / _deviations[i];
                logs[i] += slope * ((z * z) - 1);
            }
        }

        foreach (ref float log in logs)
            log -= (float)settings.EntropyCoefficient;
    }

    // Loss: the value's weight x half the mean squared error.
    private void ValueSlopes(ReadOnlySpan<float> values, int states, PpoSettings settings, ReadOnlySpan<int> decisions)
    {
        Span<float> slopes = _valueSlopes.AsSpan(0, values.Length);
        slopes.Clear();
        float scale = (float)settings.ValueCoefficient / decisions.Length;
        foreach (int decision in decisions)
        {
            int row = decision % states;
            slopes[row] += scale * (values[row] - _experience.Return(decision));
        }
    }

    private void Bound(double most)
    {
        double actor = GradientNorm.Of(_actorGradients), critic = GradientNorm.Of(_criticGradients);
        double norm = Math.Sqrt((actor * actor) + (critic * critic));
        GradientNorm.Clip(_actorGradients, norm > most ? actor * most / norm : double.PositiveInfinity);
        GradientNorm.Clip(_criticGradients, norm > most ? critic * most / norm : double.PositiveInfinity);
    }
}
