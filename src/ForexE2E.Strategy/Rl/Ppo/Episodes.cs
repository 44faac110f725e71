using ForexE2E.Learning.Layers;
using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Rl.Ppo;

/// <summary>
/// Days to learn from: in each sequence so many steps, and one more state after the last, whose value ends the sums. Nothing the agent
/// does moves a market, so one set of states serves all rollouts.
/// </summary>
internal sealed class Episodes
{
    /// <param name="moves">What each pair does after each step: steps x sequences x 5, time-major.</param>
    /// <param name="states">One step more than <paramref name="moves"/>.</param>
    /// <exception cref="ArgumentException">Lengths differ from the shape's.</exception>
    public Episodes(int steps, int sequences, float[] states, float[] moves)
    {
        if (steps < 1 || states.Length % ((steps + 1) * sequences) != 0 || moves.Length != steps * sequences * DailyCloses.Pairs)
            throw new ArgumentException(FormattableString.Invariant($"Episodes of {steps} steps and {sequences} sequences cannot have {states.Length} state entries and {moves.Length} moves"), nameof(states));
        (Steps, Sequences, States, Moves) = (steps, sequences, states, moves);
    }

    public int Steps { get; }

    public int Sequences { get; }

    public float[] States { get; }

    public float[] Moves { get; }

    /// <summary>Decisions of one rollout.</summary>
    public int Decisions => Steps * Sequences;

    /// <summary>Of the states: one step more than decisions.</summary>
    public BatchShape Shape => new(Steps + 1, Sequences);
}
