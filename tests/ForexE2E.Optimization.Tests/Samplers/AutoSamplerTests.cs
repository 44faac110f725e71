using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Optimization.Tests.Samplers;

public sealed class AutoSamplerTests : SamplerContract
{
    protected override ISampler Create(ParameterSpace space, int objectives) => SamplerFactory.Create(space, "auto", objectives, 100);

    [Fact]
    public void It_says_what_it_chose()
    {
        Assert.Contains("NSGA-II", AutoSampler.ChoiceFor(new SamplerSettings(OptimizationMethod.Bayesian, 4, 2000)), StringComparison.Ordinal);
        Assert.StartsWith("TPE, ", AutoSampler.ChoiceFor(new SamplerSettings(OptimizationMethod.Bayesian, 4, 100)), StringComparison.Ordinal);
        Assert.StartsWith("TPE, ", AutoSampler.ChoiceFor(new SamplerSettings(OptimizationMethod.Bayesian, 1, 2000)), StringComparison.Ordinal);
    }
}
