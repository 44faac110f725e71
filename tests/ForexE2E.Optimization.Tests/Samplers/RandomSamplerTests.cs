using ForexE2E.Domain.Parameters;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Optimization.Tests.Samplers;

public sealed class RandomSamplerTests : SamplerContract
{
    protected override ISampler Create(ParameterSpace space, int objectives) => new RandomSampler(space);

    [Fact]
    public void Whole_numbers_and_choices_are_equally_likely()
    {
        var sampler = new RandomSampler(TestSpaces.Mixed);
        int[] counts = new int[9];
        for (int n = 1; n <= 9000; n++)
        {
            counts[sampler.Suggest(n, [], (ulong)n).GetInt("count") - 1]++;
        }

        Assert.All(counts, c => Assert.InRange(c, 880, 1120));
    }
}
