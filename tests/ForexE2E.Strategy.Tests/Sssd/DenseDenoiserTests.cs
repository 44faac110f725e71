using ForexE2E.Domain.Models;
using ForexE2E.Domain.Randomness;
using ForexE2E.Strategy.Models;
using ForexE2E.Strategy.Sssd;
using ForexE2E.Strategy.Sssd.Denoising;
using ForexE2E.Strategy.Sssd.Diffusion;

namespace ForexE2E.Strategy.Tests.Sssd;

/// <summary>The reference denoiser computed here, against ONNX Runtime computing the very file.</summary>
public sealed class DenseDenoiserTests
{
    private const int Forecasts = 3;
    private const int Paths = 21;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void It_says_what_ONNX_Runtime_says_of_the_same_file(int model)
    {
        using SssdModel reference = new(ShippedModels.Sssd[model]);
        using SssdModel foreign = new(ForeignModels.Sssd[model]);
        Assert.Equal((false, true), (reference.GainsFromCompany, foreign.GainsFromCompany));
        SplitMix64 luck = new(8);
        double[] shares = NoiseSchedule.Shares(NoiseScheduleKind.Cosine, 7);
        using ModelTensor window = Filled(luck, Forecasts, 3, 128);
        using ModelTensor memories = Filled(luck, Forecasts, 4);
        using ModelTensor levels = new(shares.Length, NoiseLevel.Width);
        for (int i = 0; i < shares.Length; i++)
        {
            NoiseLevel.Write(shares[i], levels.Span[(i * NoiseLevel.Width)..]);
        }

        using IPathDenoiser ours = reference.Read(window, memories, levels, Forecasts, Paths, guidance: 1.5);
        using IPathDenoiser theirs = foreign.Read(window, memories, levels, Forecasts, Paths, guidance: 1.5);
        for (int step = 0; step < shares.Length; step++)
        {
            foreach (bool conditional in new[] { true, false })
            {
                Compare(ours, theirs, step, conditional, luck);
            }
        }
    }

    [Fact]
    public void Forecasts_of_both_differ_by_luck_alone()
    {
        double ours = MeanSpread(new SssdForecaster(SssdForecasterTests.Bars, ShippedModels.Sssd, "a"));
        double theirs = MeanSpread(new SssdForecaster(SssdForecasterTests.Bars, ForeignModels.Sssd, "a"));
        Assert.InRange(ours / theirs, 0.96, 1.04);
    }

    [Fact]
    public void Only_the_reference_graph_to_the_byte_is_recognised()
    {
        ModelGraph graph = ShippedModels.Sssd[0].Graph("denoiser");
        (float[] first, float[] second) = DenoiserGraph.Recognise(graph.Content.AsSpan())!.Value;
        Assert.Equal(graph.Content.ToArray(), DenoiserGraph.Write(first, second));
        Assert.Null(DenoiserGraph.Recognise(ForeignModels.Sssd[0].Graph("denoiser").Content.AsSpan()));
        Assert.Null(DenoiserGraph.Recognise(ShippedModels.Sssd[0].Graph("encoder").Content.AsSpan()));
        Assert.Null(DenoiserGraph.Recognise(graph.Content.AsSpan()[..^9]));
    }

    [Fact]
    public void A_reference_model_whose_paths_run_away_is_refused_with_model_and_bar()
    {
        ModelCheckpoint shipped = ShippedModels.Sssd[0];
        (float[] first, float[] second) = DenoiserGraph.Recognise(shipped.Graph("denoiser").Content.AsSpan())!.Value;
        byte[] wild = DenoiserGraph.Write([.. first.Select(f => 1e4f * f)], [.. second.Select(s => 1e4f * s)]);
        ModelCheckpoint checkpoint = shipped with { Origin = "models/wild", Graphs = [.. shipped.Graphs.Select(g => g.Role == "denoiser" ? g with { Content = [.. wild] } : g)] };
        SssdForecaster forecaster = new(SssdForecasterTests.Bars, [checkpoint], "a");
        ModelException error = Assert.Throws<ModelException>(() => forecaster.At([2000, 2001], new ForecastSettings(new SamplingSettings(50, NoiseScheduleKind.Linear, SamplingMethod.Ddpm, 1, 1, 100, UseEnsemble: true), 4, 0.8)));
        Assert.StartsWith($"No forecast at the close of the bar of {SssdForecasterTests.Bars.StartOf(2000):yyyy-MM-dd HH:mm}Z. models/wild: the paths drawn", error.Message, StringComparison.Ordinal);
    }

    private static void Compare(IPathDenoiser ours, IPathDenoiser theirs, int step, bool conditional, SplitMix64 luck)
    {
        foreach (ref float value in ours.Noisy)
        {
            value = (float)luck.NextGaussian();
        }

        int share = Paths * 8;
        for (int f = 0; f < Forecasts; f++)
        {
            ours.CopyPaths(f, theirs.Noisy.Slice(f * share, share));
        }

        float[] wanted = theirs.Velocity(step, conditional).ToArray();
        ours.Velocity(step, conditional).CopyTo(ours.Noisy);
        float[] found = new float[share];
        for (int f = 0; f < Forecasts; f++)
        {
            ours.CopyPaths(f, found);
            for (int i = 0; i < share; i++)
            {
                // ONNX Runtime's answers are rounded to 2^-16.
                Assert.Equal(wanted[(f * share) + i], found[i], 3e-5f);
            }
        }
    }

    private static double MeanSpread(SssdForecaster forecaster)
    {
        int[] bars = [.. Enumerable.Range(0, 24).Select(i => 1500 + (i * 37))];
        ForecastSettings settings = new(new SamplingSettings(20, NoiseScheduleKind.Linear, SamplingMethod.Ddpm, 1.3, 1, 400, UseEnsemble: true), 4, 0.8);
        return forecaster.At(bars, settings).Average(f => f.Spread);
    }

    private static ModelTensor Filled(SplitMix64 luck, params ReadOnlySpan<int> sizes)
    {
        ModelTensor tensor = new(sizes);
        foreach (ref float value in tensor.Span)
        {
            value = (float)luck.NextGaussian();
        }

        return tensor;
    }
}
