using ForexE2E.Strategy.Models;
using ForexE2E.Strategy.Sssd.Diffusion;

namespace ForexE2E.Strategy.Sssd.Denoising;

/// <summary>What steers the denoiser for a batch of forecasts: the encoder is asked once, for all noise levels; with guidance once more without its context.</summary>
internal sealed class Steering
{
    private readonly int _share;
    private readonly float[]? _bound;
    private readonly float[]? _free;

    /// <param name="width">Numbers a forecast and level.</param>
    /// <param name="window">Contexts of all forecasts.</param>
    /// <param name="levels">Noise levels of all steps.</param>
    /// <param name="guidance">0 and 1 need only one of the two.</param>
    public Steering(ModelSession encoder, int width, ModelTensor window, ModelTensor memories, ModelTensor levels, int forecasts, double guidance)
    {
        _share = forecasts * width;
        _bound = guidance == 0 ? null : Encode(encoder, width, window, memories, levels, forecasts, keep: 1);
        _free = guidance == 1 ? null : Encode(encoder, width, window, memories, levels, forecasts, keep: 0);
    }

    /// <summary>The numbers of all forecasts at one noise level.</summary>
    /// <param name="conditional">Whether the context was looked at.</param>
    public ReadOnlySpan<float> At(int step, bool conditional) => (conditional ? _bound : _free).AsSpan(step * _share, _share);

    private static float[] Encode(ModelSession encoder, int width, ModelTensor window, ModelTensor memories, ModelTensor levels, int forecasts, float keep)
    {
        using ModelTensor kept = new(1, 1);
        kept.Span[0] = keep;
        using ModelTensor steering = new(levels.Span.Length / NoiseLevel.Width, forecasts, width);
        encoder.Run([window, memories, levels, kept], [steering]);
        return steering.Span.ToArray();
    }
}
