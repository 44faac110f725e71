using ForexE2E.Domain.Randomness;
using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Rl.Ppo;

/// <summary>What the agent did in all rollouts, what came of it, and how much better that was than expected. Buffers are kept between uses.</summary>
internal sealed class Experience
{
    /// <summary>Price of moving all weight from one pair to another twice over, in daily volatilities: about two pips.</summary>
    public const float TurnoverCost = 0.02f;

    private float[] _actions = [];
    private float[] _densities = [];
    private float[] _rewards = [];
    private float[] _advantages = [];
    private float[] _returns = [];

    /// <summary>Decisions of all rollouts: rollout x steps x sequences.</summary>
    public int Count { get; private set; }

    public double MeanReward { get; private set; }

    public ReadOnlySpan<float> Action(int decision) => _actions.AsSpan(decision * DailyCloses.Pairs, DailyCloses.Pairs);

    public float LogDensity(int decision) => _densities[decision];

    /// <summary>Standardised over all decisions.</summary>
    public float Advantage(int decision) => _advantages[decision];

    /// <summary>What the critic should have said.</summary>
    public float Return(int decision) => _returns[decision];

    /// <summary>Acts on every day of the episodes, once in each rollout.</summary>
    public void Collect(Episodes episodes, PpoSettings settings, in PolicyView policy, ReadOnlySpan<float> values, SplitMix64 luck)
    {
        int each = episodes.Decisions;
        Count = settings.Rollouts * each;
        Room(Count);
        for (int rollout = 0; rollout < settings.Rollouts; rollout++)
        {
            Act(episodes, policy, luck, rollout * each);
            Span<float> advantages = _advantages.AsSpan(rollout * each, each);
            Advantages.Estimate(_rewards.AsSpan(rollout * each, each), values, episodes.Sequences, settings.Gamma, settings.GaeLambda, advantages);
            for (int i = 0; i < each; i++)
                _returns[(rollout * each) + i] = advantages[i] + values[i];
        }

        double sum = 0;
        for (int i = 0; i < Count; i++)
            sum += _rewards[i];
        MeanReward = sum / Count;
        Advantages.Standardise(_advantages.AsSpan(0, Count));
    }

    /// <summary>What weights earn on a day, less the cost of coming from those of the day before (at first: from equal ones).</summary>
    public static float Reward(ReadOnlySpan<float> weights, ReadOnlySpan<float> before, ReadOnlySpan<float> moves)
    {
        float sum = 0;
        for (int i = 0; i < DailyCloses.Pairs; i++)
            sum += (weights[i] * moves[i]) - (TurnoverCost * Math.Abs(weights[i] - (before.IsEmpty ? 1f / DailyCloses.Pairs : before[i])));
        return sum;
    }

    private void Act(Episodes episodes, in PolicyView policy, SplitMix64 luck, int first)
    {
        Span<float> weights = stackalloc float[DailyCloses.Pairs], before = stackalloc float[DailyCloses.Pairs];
        for (int i = 0; i < episodes.Decisions; i++)
        {
            int decision = first + i;
            Span<float> action = _actions.AsSpan(decision * DailyCloses.Pairs, DailyCloses.Pairs);
            ReadOnlySpan<float> means = policy.Means.Slice(i * DailyCloses.Pairs, DailyCloses.Pairs);
            WeightPolicy.Draw(means, policy.Deviations, luck, action);
            _densities[decision] = WeightPolicy.LogDensity(action, means, policy.Logs, policy.Deviations);
            WeightPolicy.Softmax(action, weights);
            if (i >= episodes.Sequences)
                WeightPolicy.Softmax(Action(decision - episodes.Sequences), before);
            ReadOnlySpan<float> moves = episodes.Moves.AsSpan(i * DailyCloses.Pairs, DailyCloses.Pairs);
            _rewards[decision] = Reward(weights, i >= episodes.Sequences ? before : [], moves);
        }
    }

    private void Room(int count)
    {
        if (_densities.Length >= count)
            return;
        _actions = new float[count * DailyCloses.Pairs];
        _densities = new float[count];
        _rewards = new float[count];
        _advantages = new float[count];
        _returns = new float[count];
    }
}
