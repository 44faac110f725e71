using CsCheck;
using ForexE2E.Strategy.Rl;

namespace ForexE2E.Strategy.Tests.Rl;

public sealed class WeightLimitsTests
{
    private static readonly Gen<float[]> Weights = Gen.Float[0.001f, 1].Array[5].Select(w => w.Select(x => x / w.Sum()).ToArray());

    [Fact]
    public void Limited_weights_keep_the_limits_and_sum_to_one_or_to_all_that_the_limits_allow() =>
        Gen.Select(Weights, Gen.Double[0, 0.05], Gen.Double[0.1, 0.5]).Sample((weights, least, greatest) =>
        {
            WeightLimits limits = new(least, greatest);
            double[] limited = [.. Enumerable.Range(0, 5).Select(i => limits.Apply(weights, i))];

            Assert.All(limited, w => Assert.InRange(w, least, greatest));
            Assert.Equal(Math.Min(1, 5 * greatest), limited.Sum(), tolerance: 1e-6);
        });

    [Fact]
    public void Weights_within_the_limits_stay_as_they_are() =>
        Weights.Sample(weights => Assert.Equal(weights[2], WeightLimits.None.Apply(weights, 2), tolerance: 1e-6));

    [Fact]
    public void Order_is_kept() =>
        Weights.Sample(weights =>
        {
            WeightLimits limits = new(0.05, 0.3);
            Assert.True(weights[0] < weights[1] == limits.Apply(weights, 0) < limits.Apply(weights, 1) || limits.Apply(weights, 0) is 0.05 or 0.3);
        });
}
