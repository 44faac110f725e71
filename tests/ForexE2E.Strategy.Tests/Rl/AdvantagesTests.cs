using ForexE2E.Strategy.Rl.Ppo;

namespace ForexE2E.Strategy.Tests.Rl;

public sealed class AdvantagesTests
{
    [Fact]
    public void With_lambda_one_an_advantage_is_the_discounted_reward_less_the_value()
    {
        float[] rewards = [1, 2, 3], values = [0.5f, 0.6f, 0.7f, 0.8f], advantages = new float[3];

        Advantages.Estimate(rewards, values, 1, 0.9, 1, advantages);

        Assert.Equal(1 + (0.9 * 2) + (0.81 * 3) + (0.729 * 0.8) - 0.5, advantages[0], 5);
        Assert.Equal(3 + (0.9 * 0.8) - 0.7, advantages[2], 5);
    }

    [Fact]
    public void With_lambda_zero_it_is_the_surprise_of_one_step()
    {
        float[] rewards = [1, 2, 3, 4], values = [0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f], advantages = new float[4];

        Advantages.Estimate(rewards, values, 2, 0.9, 0, advantages);

        for (int i = 0; i < 4; i++)
            Assert.Equal(rewards[i] + (0.9 * values[i + 2]) - values[i], advantages[i], 5);
    }

    [Fact]
    public void Standardised_advantages_have_mean_zero_and_deviation_one()
    {
        float[] advantages = [1, 2, 3, 10];

        Advantages.Standardise(advantages);

        Assert.Equal(0, advantages.Average(), 5);
        Assert.Equal(1, advantages.Average(a => a * a), 5);
    }
}
