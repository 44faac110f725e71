using ForexE2E.Domain.Randomness;
using ForexE2E.Learning.Layers;
using ForexE2E.Learning.Networks;
using ForexE2E.Strategy.Rl.Ppo;
using ForexE2E.Strategy.Rl.State;
using Xunit.Abstractions;

namespace ForexE2E.Strategy.Tests.Rl;

/// <summary>
/// A toy market of six signs a day: the first five say which pairs will rise the next day, the sixth nothing. All weight on a pair that
/// rises earns 1, equal weights earn 0 on average.
/// </summary>
public sealed class PpoLearnerTests(ITestOutputHelper output)
{
    private const int Inputs = 6;
    private static readonly PpoSettings Quick = new() { ActorRate = 3e-3, CriticRate = 3e-3, MiniBatch = 128, Rollouts = 4, Gamma = 0.9 };

    [Fact]
    public void Thirty_rounds_teach_the_rule_that_was_planted()
    {
        Network actor = new(new Sequential(new Dense(Inputs, 32), new Activation(ActivationKind.Tanh, 32), new Dense(32, 5, 0.01f)));
        Network critic = new(new Sequential(new Dense(Inputs, 32), new Activation(ActivationKind.Tanh, 32), new Dense(32, 1)));

        Assert.InRange(Learned(actor, critic, delay: 0, rounds: 30), 0.6, 1);
    }

    [Fact]
    public void A_recurrent_agent_learns_a_rule_that_only_the_day_before_tells()
    {
        Network actor = new(new Sequential(new Lstm(Inputs, 24), new Dense(24, 5, 0.01f)));
        Network critic = new(new Sequential(new Lstm(Inputs, 16), new Dense(16, 1)));
        Network blind = new(new Sequential(new Dense(Inputs, 32), new Activation(ActivationKind.Tanh, 32), new Dense(32, 5, 0.01f)));

        Assert.InRange(Learned(actor, critic, delay: 1, rounds: 60), 0.4, 1);
        Assert.InRange(Learned(blind, new(new Dense(Inputs, 1)), delay: 1, rounds: 60), -0.2, 0.2);
    }

    [Fact]
    public void The_same_seed_learns_the_same_bits_and_another_seed_others()
    {
        float[] Numbers(ulong seed)
        {
            PpoLearner learner = Learner(new(new Dense(Inputs, 5)), new(new Dense(Inputs, 1)), Toy(3, 0));
            learner.Improve(Toy(3, 0), Quick, new SplitMix64(seed), CancellationToken.None);
            return [.. learner.Actor, .. learner.Critic];
        }

        Assert.Equal(Numbers(1), Numbers(1));
        Assert.NotEqual(Numbers(1), Numbers(2));
    }

    [Fact]
    public void A_learner_that_served_another_window_learns_like_a_new_one()
    {
        Network actor = new(new Dense(Inputs, 5)), critic = new(new Dense(Inputs, 1));
        float[] Numbers(PpoLearner learner)
        {
            actor.Initialize(1).CopyTo(learner.Actor, 0);
            learner.Actor.AsSpan(actor.ParameterCount).Fill(-1);
            critic.Initialize(2).CopyTo(learner.Critic, 0);
            learner.Restart();
            learner.Improve(Toy(3, 0), Quick, new SplitMix64(9), CancellationToken.None);
            return [.. learner.Actor, .. learner.Critic];
        }

        PpoLearner used = Learner(actor, critic, Toy(3, 0));
        used.Improve(Toy(8, 0), Quick, new SplitMix64(5), CancellationToken.None);

        Assert.Equal(Numbers(Learner(actor, critic, Toy(3, 0))), Numbers(used));
    }

    [Fact]
    public void Numbers_that_are_not_finite_end_the_learning()
    {
        PpoLearner learner = Learner(new(new Dense(Inputs, 5)), new(new Dense(Inputs, 1)), Toy(3, 0));
        learner.Critic[0] = float.NaN;

        Assert.Throws<ArithmeticException>(() => learner.Improve(Toy(3, 0), Quick, new SplitMix64(1), CancellationToken.None));
    }

    private double Learned(Network actor, Network critic, int delay, int rounds)
    {
        PpoLearner learner = Learner(actor, critic, Toy(0, delay));
        SplitMix64 luck = new(1);
        for (int round = 0; round < rounds; round++)
            learner.Improve(Toy((ulong)round, delay), Quick, luck, CancellationToken.None);

        Episodes unseen = Toy(1000, delay);
        float[] weights = new float[unseen.Shape.Rows * 5];
        learner.Decide(unseen.Shape, unseen.States, weights);
        double sum = 0;
        int first = delay * unseen.Sequences * 5;
        for (int i = first; i < unseen.Moves.Length; i++)
            sum += weights[i] * unseen.Moves[i];
        double mean = sum / ((unseen.Moves.Length - first) / 5);
        output.WriteLine($"mean reward after {rounds} rounds: {mean:0.000}");
        return mean;
    }

    private static PpoLearner Learner(Network actor, Network critic, Episodes largest)
    {
        PpoLearner learner = new(actor, critic, largest.Shape);
        actor.Initialize(1).CopyTo(learner.Actor, 0);
        learner.Actor.AsSpan(actor.ParameterCount).Fill(-0.5f);
        critic.Initialize(2).CopyTo(learner.Critic, 0);
        return learner;
    }

    private static Episodes Toy(ulong seed, int delay)
    {
        const int Steps = 10, Sequences = 8;
        SplitMix64 luck = new(SeedOf.Mix(seed, 0, 77));
        float[] states = [.. Enumerable.Range(0, (Steps + 1) * Sequences * Inputs).Select(_ => luck.NextInt(2) == 0 ? -1f : 1f)];
        float[] moves = new float[Steps * Sequences * DailyCloses.Pairs];
        for (int row = delay * Sequences; row < Steps * Sequences; row++)
            states.AsSpan((row - (delay * Sequences)) * Inputs, 5).CopyTo(moves.AsSpan(row * 5));
        return new Episodes(Steps, Sequences, states, moves);
    }
}
