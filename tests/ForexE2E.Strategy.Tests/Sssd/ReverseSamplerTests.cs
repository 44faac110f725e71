using ForexE2E.Strategy.Sssd.Diffusion;
using Xunit.Abstractions;

namespace ForexE2E.Strategy.Tests.Sssd;

/// <summary>The samplers against closed form: where the denoiser knows the truth, so do they.</summary>
public sealed class ReverseSamplerTests(ITestOutputHelper output)
{
    private const int Count = 64_000;
    private static readonly ulong[] Seeds = [11, 12, 13, 14];

    public static TheoryData<string, string> Ways
    {
        get
        {
            TheoryData<string, string> ways = [];
            foreach (string schedule in Enum.GetNames<NoiseScheduleKind>())
            {
                foreach (string method in Enum.GetNames<SamplingMethod>())
                {
                    ways.Add(schedule, method);
                }
            }

            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_schedule_and_method_converges_to_the_right_mean_and_variance(string schedule, string method)
    {
        double last = double.MaxValue;
        foreach (int steps in new[] { 10, 100, 1000 })
        {
            (double mean, double deviation) = Moments(Drawn(steps, schedule, method, guidance: 1, temperature: 1, out _));
            double error = Math.Abs(mean - 1.5) + Math.Abs(deviation - 0.6);
            output.WriteLine($"{schedule} {method} {steps} steps: mean {mean:F4} of 1.5, deviation {deviation:F4} of 0.6");
            Assert.True(error < last + 0.01, $"{steps} steps are off by {error}, fewer by {last}.");
            last = error;
        }

        Assert.InRange(last, 0, 0.02);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Guidance_0_never_looks_at_the_context_and_1_at_nothing_else(string schedule, string method)
    {
        double ignored = Moments(Drawn(100, schedule, method, guidance: 0, temperature: 1, out GaussianDenoiser free)).Mean;
        Drawn(100, schedule, method, guidance: 1, temperature: 1, out GaussianDenoiser bound);
        Assert.Equal((0, 100), (free.AskedConditional, free.AskedFree));
        Assert.Equal((100, 0), (bound.AskedConditional, bound.AskedFree));
        Assert.InRange(ignored, -0.03, 0.03);
    }

    [Fact]
    public void Guidance_above_1_goes_beyond_what_the_context_says() =>
        Assert.InRange(Moments(Drawn(400, "Cosine", "Ddim", guidance: 2, temperature: 1, out _)).Mean, 2.9, 3.1);

    [Fact]
    public void Temperature_widens_and_narrows()
    {
        double cool = Moments(Drawn(100, "Linear", "Ddpm", 1, 0.5, out _)).Deviation;
        double usual = Moments(Drawn(100, "Linear", "Ddpm", 1, 1, out _)).Deviation;
        double warm = Moments(Drawn(100, "Linear", "Ddpm", 1, 1.5, out _)).Deviation;
        Assert.True(cool < 0.6 * usual && warm > 1.4 * usual, $"{cool}, {usual}, {warm}");
    }

    [Fact]
    public void Ddim_is_deterministic_its_first_noise_given()
    {
        double[] shares = NoiseSchedule.Shares(NoiseScheduleKind.Sigmoid, 30);
        Assert.All(ReverseStep.All(shares, SamplingMethod.Ddim, 1.3), s => Assert.Equal(0, s.Noise));
        Assert.All(ReverseStep.All(shares, SamplingMethod.Ddpm, 1.3)[1..], s => Assert.True(s.Noise > 0));
        Assert.Equal(Drawn(30, "Sigmoid", "Ddim", 1, 1, out _), Drawn(30, "Sigmoid", "Ddim", 1, 1, out _));
    }

    [Theory]
    [InlineData("Linear")]
    [InlineData("Cosine")]
    [InlineData("Sigmoid")]
    public void Schedules_fall_from_almost_clean_to_noise_however_many_steps(string schedule)
    {
        foreach (int steps in new[] { 1, 10, 100 })
        {
            double[] shares = NoiseSchedule.Shares(Enum.Parse<NoiseScheduleKind>(schedule), steps);
            Assert.Equal(shares.OrderDescending(), shares);
            Assert.InRange(shares[^1], NoiseSchedule.LeastShare, 1e-3);
        }

        Assert.True(NoiseSchedule.Shares(Enum.Parse<NoiseScheduleKind>(schedule), 100)[0] > 0.98);
    }

    [Fact]
    public void The_table_of_normals_is_normal()
    {
        float[] drawn = new float[200_000];
        NormalTable.Fill(drawn, 1, new Domain.Randomness.SplitMix64(3));
        (double mean, double deviation) = Moments(drawn);
        Assert.InRange(mean, -0.01, 0.01);
        Assert.InRange(deviation, 0.99, 1.01);
        Assert.InRange(drawn.Count(d => Math.Abs(d) > 1.959964) / (double)drawn.Length, 0.047, 0.053);
    }

    private static float[] Drawn(int steps, string schedule, string method, double guidance, double temperature, out GaussianDenoiser denoiser)
    {
        double[] shares = NoiseSchedule.Shares(Enum.Parse<NoiseScheduleKind>(schedule), steps);
        denoiser = new GaussianDenoiser(Count, shares, conditionalMean: 1.5, freeMean: 0, deviation: 0.6);
        ReverseSampler.Run(denoiser, ReverseStep.All(shares, Enum.Parse<SamplingMethod>(method), temperature), guidance, temperature, Seeds);
        return denoiser.Noisy.ToArray();
    }

    private static (double Mean, double Deviation) Moments(float[] values)
    {
        double mean = values.Average(v => (double)v);
        return (mean, Math.Sqrt(values.Average(v => (v - mean) * (v - mean))));
    }
}
