using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Sssd.Encoding;
using ForexE2E.Strategy.Sssd.Scaling;

namespace ForexE2E.Strategy.Sssd.Training;

/// <summary>Contexts of bars and what followed: features (raw until standardised) and the returns of the segments in units of their expected deviation.</summary>
internal sealed class SssdExamples
{
    private const float MostMove = 8;

    private SssdExamples(int count)
    {
        Count = count;
        Features = new float[count * ContextFeatures.Width];
        Targets = new float[count * SssdArchitecture.Segments];
    }

    public int Count { get; }

    public float[] Features { get; }

    public float[] Targets { get; }

    /// <summary>Examples of every so many bars between two bars; what follows an example lies before the end too.</summary>
    public static SssdExamples Of(BarSeries bars, ReturnScale scale, int first, int end, int stride)
    {
        first = Math.Max(first, PathSampler.FirstBar);
        int last = end - 1 - HorizonKnots.Ends[^1];
        SssdExamples examples = new(Math.Max(0, ((last - first) / stride) + 1));
        float[] kernel = StateSpaceKernel.Matrix();
        float[] window = new float[ContextWindow.Channels * ContextWindow.Bars];
        float[] memories = new float[ContextWindow.Memories];
        for (int i = 0; i < examples.Count; i++)
        {
            int bar = first + (i * stride);
            ContextWindow.Write(bars, scale, bar, window, memories);
            ContextFeatures.Write(window, memories, kernel, examples.Features.AsSpan(i * ContextFeatures.Width));
            WriteTarget(bars, scale, bar, examples.Targets.AsSpan(i * SssdArchitecture.Segments, SssdArchitecture.Segments));
        }

        return examples;
    }

    /// <summary>Examples of several series as one.</summary>
    public static SssdExamples Join(IReadOnlyList<SssdExamples> parts)
    {
        SssdExamples all = new(parts.Sum(p => p.Count));
        int at = 0;
        foreach (SssdExamples part in parts)
        {
            part.Features.CopyTo(all.Features, at * ContextFeatures.Width);
            part.Targets.CopyTo(all.Targets, at * SssdArchitecture.Segments);
            at += part.Count;
        }

        return all;
    }

    /// <summary>Replaces features by their standardised values, held within bounds.</summary>
    public void Standardise(FeatureScale features)
    {
        for (int i = 0; i < Features.Length; i++)
        {
            int j = i % ContextFeatures.Width;
            Features[i] = Math.Clamp((Features[i] - features.Means[j]) * features.Factors[j], -ContextFeatures.Most, ContextFeatures.Most);
        }
    }

    private static void WriteTarget(BarSeries bars, ReturnScale scale, int bar, Span<float> target)
    {
        for (int k = 0; k < target.Length; k++)
        {
            int from = HorizonKnots.StartOf(k);
            double move = (double)(bars.Close[bar + HorizonKnots.Ends[k]] - bars.Close[bar + from]) / bars.Close[bar];
            target[k] = Math.Clamp((float)(move / scale.Expected(bar, from, HorizonKnots.Ends[k])), -MostMove, MostMove);
        }
    }
}
