using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Models;
using ForexE2E.Domain.Randomness;
using ForexE2E.Strategy.Models;
using ForexE2E.Strategy.Sssd.Denoising;
using ForexE2E.Strategy.Sssd.Diffusion;
using ForexE2E.Strategy.Sssd.Scaling;

namespace ForexE2E.Strategy.Sssd;

/// <summary>
/// Draws paths of future returns for bars, many bars in one batch. A path of a bar depends on the data up to the bar, the
/// settings and the models only. Thread-safe.
/// </summary>
internal sealed class PathSampler(BarSeries bars, ReturnScale scale, ImmutableArray<SssdModel> models, ulong dataSeed)
{
    /// <summary>Forecasts of one batch: as many as keep their values in the cache of a core.</summary>
    private const int Batch = 8;

    /// <summary>Forecasts that are worth making together.</summary>
    public int Company { get; } = models.Any(m => m.GainsFromCompany) ? Batch : 1;

    /// <summary>First bar that can be forecast.</summary>
    public static int FirstBar => Math.Max(ReturnScale.WarmUp, ContextWindow.Bars);

    /// <summary>Draws the paths of bars.</summary>
    /// <exception cref="ModelException">A model gave what is no finite number; the message names it and the bar.</exception>
    /// <returns>For each bar its paths, each of as many numbers as there are knots: the return of a segment in units of its expected deviation.</returns>
    public float[][] Draw(ReadOnlySpan<int> at, SamplingSettings settings)
    {
        float[][] paths = new float[at.Length][];
        for (int i = 0; i < paths.Length; i++)
        {
            paths[i] = new float[settings.Paths * HorizonKnots.Ends.Length];
        }

        double[] shares = NoiseSchedule.Shares(settings.Schedule, settings.Steps);
        ReverseStep[] steps = ReverseStep.All(shares, settings.Method, settings.Temperature);
        using ModelTensor levels = Levels(shares);
        for (int first = 0; first < at.Length; first += Batch)
        {
            DrawOrName(at.Slice(first, Math.Min(Batch, at.Length - first)), settings, steps, levels, paths.AsSpan(first));
        }

        return paths;
    }

    private static ModelTensor Levels(double[] shares)
    {
        ModelTensor levels = new(shares.Length, NoiseLevel.Width);
        Span<float> values = levels.Span;
        for (int i = 0; i < shares.Length; i++)
        {
            NoiseLevel.Write(shares[i], values[(i * NoiseLevel.Width)..]);
        }

        return levels;
    }

    // A model that fails for some bar only: the bar is found by asking for each alone.
    private void DrawOrName(ReadOnlySpan<int> at, SamplingSettings settings, ReverseStep[] steps, ModelTensor levels, Span<float[]> paths)
    {
        try
        {
            DrawBatch(at, settings, steps, levels, paths);
        }
        catch (ModelException) when (at.Length > 1)
        {
            for (int i = 0; i < at.Length; i++)
            {
                DrawOrName(at.Slice(i, 1), settings, steps, levels, paths[i..]);
            }
        }
        catch (ModelException e)
        {
            throw new ModelException(FormattableString.Invariant($"No forecast at the close of the bar of {bars.StartOf(at[0]):yyyy-MM-dd HH:mm}Z. {e.Message}"), e);
        }
    }

    private void DrawBatch(ReadOnlySpan<int> at, SamplingSettings settings, ReverseStep[] steps, ModelTensor levels, Span<float[]> paths)
    {
        using ModelTensor window = new(at.Length, ContextWindow.Channels, ContextWindow.Bars);
        using ModelTensor memories = new(at.Length, ContextWindow.Memories);
        for (int i = 0; i < at.Length; i++)
        {
            Span<float> own = window.Span.Slice(i * ContextWindow.Channels * ContextWindow.Bars, ContextWindow.Channels * ContextWindow.Bars);
            ContextWindow.Write(bars, scale, at[i], own, memories.Span.Slice(i * ContextWindow.Memories, ContextWindow.Memories));
        }

        int members = settings.UseEnsemble ? models.Length : 1;
        for (int m = 0; m < members; m++)
        {
            int from = settings.Paths * m / members;
            int count = (settings.Paths * (m + 1) / members) - from;
            if (count > 0)
            {
                using IPathDenoiser denoiser = models[m].Read(window, memories, levels, at.Length, count, settings.Guidance);
                ReverseSampler.Run(denoiser, steps, settings.Guidance, settings.Temperature, Seeds(at, settings, m));
                for (int i = 0; i < at.Length; i++)
                {
                    Span<float> own = paths[i].AsSpan(from * HorizonKnots.Ends.Length, count * HorizonKnots.Ends.Length);
                    denoiser.CopyPaths(i, own);
                    models[m].RefuseUnlessFinite(own);
                }
            }
        }
    }

    private ulong[] Seeds(ReadOnlySpan<int> at, SamplingSettings settings, int member)
    {
        ulong[] seeds = new ulong[at.Length];
        for (int i = 0; i < seeds.Length; i++)
        {
            ulong ofBar = SeedOf.Mix(dataSeed, (ulong)bars.StartMinutes[at[i]], 36);
            seeds[i] = SeedOf.Mix(ofBar ^ settings.Fingerprint, (ulong)member, 37);
        }

        return seeds;
    }
}
