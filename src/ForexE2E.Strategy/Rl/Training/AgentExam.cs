using ForexE2E.Learning.Layers;
using ForexE2E.Learning.Networks;
using ForexE2E.Strategy.Rl.Ppo;
using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Rl.Training;

/// <summary>Judges an agent by days it was not trained on.</summary>
internal sealed class AgentExam(Episodes days, double gamma)
{
    private const int Pairs = DailyCloses.Pairs;

    /// <summary>Mean reward a day of equal weights.</summary>
    public double EqualReward { get; } = RewardOf(days, Equal(days));

    /// <summary>Mean reward a day of an actor's decisions.</summary>
    public double Reward(Network actor, ReadOnlySpan<float> parameters)
    {
        BatchShape shape = days.Shape;
        ReadOnlySpan<float> logits = actor.Forward(parameters[..actor.ParameterCount], shape, days.States, actor.Allocate(shape));
        float[] weights = new float[logits.Length];
        for (int i = 0; i < logits.Length; i += Pairs)
            WeightPolicy.Decide(logits.Slice(i, Pairs), weights.AsSpan(i, Pairs));
        return RewardOf(days, weights);
    }

    /// <summary>Root mean square error of a critic about the discounted reward of equal weights, over its deviation.</summary>
    public double CriticError(Network critic, ReadOnlySpan<float> parameters)
    {
        BatchShape shape = days.Shape;
        ReadOnlySpan<float> values = critic.Forward(parameters, shape, days.States, critic.Allocate(shape));
        double error = 0, sum = 0, square = 0;
        float[] target = new float[days.Decisions];
        float[] equal = Equal(days);
        for (int i = days.Decisions - 1; i >= 0; i--)
        {
            float later = i + days.Sequences < days.Decisions ? target[i + days.Sequences] : values[i + days.Sequences];
            target[i] = Experience.Reward(equal.AsSpan(0, Pairs), [], days.Moves.AsSpan(i * Pairs, Pairs)) + ((float)gamma * later);
            error += (target[i] - values[i]) * (target[i] - values[i]);
            sum += target[i];
            square += target[i] * target[i];
        }

        double mean = sum / days.Decisions, variance = (square / days.Decisions) - (mean * mean);
        return variance > 0 ? Math.Sqrt(error / days.Decisions / variance) : 1;
    }

    private static float[] Equal(Episodes days)
    {
        float[] weights = new float[days.Shape.Rows * Pairs];
        Array.Fill(weights, 1f / Pairs);
        return weights;
    }

    private static double RewardOf(Episodes days, ReadOnlySpan<float> weights)
    {
        double sum = 0;
        for (int i = 0; i < days.Decisions; i++)
        {
            ReadOnlySpan<float> before = i < days.Sequences ? [] : weights.Slice((i - days.Sequences) * Pairs, Pairs);
            sum += Experience.Reward(weights.Slice(i * Pairs, Pairs), before, days.Moves.AsSpan(i * Pairs, Pairs));
        }

        return sum / days.Decisions;
    }
}
