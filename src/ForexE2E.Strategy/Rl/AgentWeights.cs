using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Rl;

/// <summary>The agent's weights of a window: decided at the end of each trading day, in force on the next.</summary>
internal sealed class AgentWeights(int firstDay, float[] weights)
{
    /// <summary>A window in which no state is known: nothing is ever in force.</summary>
    public static AgentWeights None { get; } = new(0, []);

    /// <summary>Five weights decided at the end of the day before; empty where there is no decision.</summary>
    public ReadOnlySpan<float> InForce(int day)
    {
        int place = (day - 1 - firstDay) * DailyCloses.Pairs;
        return place >= 0 && place < weights.Length ? weights.AsSpan(place, DailyCloses.Pairs) : [];
    }
}
