using ForexE2E.Domain.Randomness;
using ForexE2E.Learning.Layers;
using ForexE2E.Strategy.Rl.Agents;
using ForexE2E.Strategy.Rl.Ppo;
using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Rl;

/// <summary>
/// Fine-tunes the checkpoint's agent on the days of a train span, freezes it, and has it decide every day of the window. Our own forward
/// pass serves, not ONNX Runtime: the numbers are new in every window, it is the one the gradients were taken of, and its bits are the same everywhere.
/// </summary>
internal sealed class AgentTuning(AgentStates states, AgentCheckpoint checkpoint, ulong seed)
{
    /// <summary>Learners kept for other windows of the same shapes: two threads with two trials each.</summary>
    private const int Kept = 4;

    private readonly Lock _gate = new();
    private readonly List<(AgentShape Actor, AgentShape Critic, PpoLearner Learner)> _idle = [];

    /// <summary>Weights decided at the end of each day of the key.</summary>
    public AgentWeights Tune(AgentKey key, CancellationToken cancellation)
    {
        int days = key.End - key.FirstDay;
        if (days <= 0)
            return AgentWeights.None;
        PpoLearner learner = Borrow(key, new BatchShape(days, 1));
        checkpoint.StartActor(key.Actor, learner.Actor);
        checkpoint.StartCritic(key.Critic, learner.Critic);
        learner.Restart();
        int steps = key.LearnEnd - key.FirstDay - 1;
        if (steps > 0)
        {
            Episodes episodes = new(steps, 1, states.Range(key.FirstDay, steps + 1).ToArray(), states.MovesAfter(key.FirstDay, steps).ToArray());
            learner.Improve(episodes, key.Settings, new SplitMix64(SeedOf.Mix(seed, (ulong)key.FirstDay, 31)), cancellation);
        }

        float[] weights = new float[days * DailyCloses.Pairs];
        learner.Decide(new BatchShape(days, 1), states.Range(key.FirstDay, days), weights);
        lock (_gate)
        {
            _idle.Add((key.Actor, key.Critic, learner));
            if (_idle.Count > Kept)
                _idle.RemoveAt(0);
        }

        return new AgentWeights(key.FirstDay, weights);
    }

    // A learner is a few megabytes; made anew for each window it would keep the garbage collector busy.
    private PpoLearner Borrow(AgentKey key, BatchShape largest)
    {
        lock (_gate)
        {
            int found = _idle.FindIndex(i => i.Actor == key.Actor && i.Critic == key.Critic && i.Learner.Largest.Rows >= largest.Rows);
            if (found >= 0)
            {
                PpoLearner learner = _idle[found].Learner;
                _idle.RemoveAt(found);
                return learner;
            }
        }

        return new PpoLearner(key.Actor.Actor(), key.Critic.Critic(), largest);
    }
}
