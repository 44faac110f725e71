using ForexE2E.Domain.Randomness;

namespace ForexE2E.Domain.Tests.Randomness;

public sealed class SplitMix64Tests
{
    // First outputs for seed 1234567, as published with the reference implementation (Vigna).
    [Fact]
    public void The_sequence_is_the_published_one()
    {
        SplitMix64 random = new(1234567);

        ulong[] first = [.. Enumerable.Range(0, 5).Select(_ => random.NextUInt64())];

        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL, 4593380528125082431UL, 16408922859458223821UL], first);
    }

    [Fact]
    public void Draws_stay_in_their_range_and_reach_all_of_it()
    {
        SplitMix64 random = new(7);
        int[] counts = new int[6];
        for (int i = 0; i < 6_000; i++)
        {
            counts[random.NextInt(6)]++;
            Assert.InRange(random.NextDouble(), 0, 0.9999999999999999);
        }

        Assert.All(counts, c => Assert.InRange(c, 850, 1150));
    }

    [Fact]
    public void Normal_draws_have_mean_zero_and_variance_one()
    {
        SplitMix64 random = new(11);
        double[] draws = [.. Enumerable.Range(0, 20_000).Select(_ => random.NextGaussian())];

        Assert.InRange(draws.Average(), -0.03, 0.03);
        Assert.InRange(draws.Average(d => d * d), 0.96, 1.04);
    }

    [Fact]
    public void Seeds_of_different_trials_and_purposes_differ()
    {
        ulong[] seeds = [.. Enumerable.Range(0, 1000).SelectMany(n => new[] { SeedOf.Suggestion(1, n), SeedOf.Fit(1, n), SeedOf.Suggestion(2, n) })];

        Assert.Equal(seeds.Length, seeds.Distinct().Count());
    }
}
