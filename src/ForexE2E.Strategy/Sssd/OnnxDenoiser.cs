using ForexE2E.Strategy.Models;
using ForexE2E.Strategy.Sssd.Diffusion;
using ForexE2E.Strategy.Sssd.Scaling;

namespace ForexE2E.Strategy.Sssd;

/// <summary>The denoiser of a checkpoint over one batch of forecasts. The encoder is asked once, for all noise levels; with guidance once more without its context.</summary>
internal sealed class OnnxDenoiser : IDenoiser, IDisposable
{
    private readonly SssdModel _model;
    private readonly ModelCall _askConditional;
    private readonly ModelCall _askFree;
    private readonly int _share;
    private readonly ModelTensor _noisy;
    private readonly ModelTensor _steering;
    private readonly ModelTensor _conditional;
    private readonly ModelTensor _free;
    private readonly ModelTensor? _bound;
    private readonly ModelTensor? _unbound;

    /// <param name="window">Contexts of all forecasts.</param>
    /// <param name="levels">Noise levels of all steps.</param>
    /// <param name="paths">Each forecast's.</param>
    public OnnxDenoiser(SssdModel model, ModelTensor window, ModelTensor memories, ModelTensor levels, int forecasts, int paths, double guidance)
    {
        _model = model;
        _share = forecasts * model.Width;
        _noisy = new ModelTensor(forecasts, paths, HorizonKnots.Ends.Length);
        _conditional = new ModelTensor(forecasts, paths, HorizonKnots.Ends.Length);
        _free = new ModelTensor(forecasts, paths, HorizonKnots.Ends.Length);
        _steering = new ModelTensor(forecasts, 1, model.Width);
        _askConditional = model.Denoiser.Bind([_noisy, _steering], _conditional);
        _askFree = model.Denoiser.Bind([_noisy, _steering], _free);
        int steps = levels.Span.Length / NoiseLevel.Width;
        _bound = guidance == 0 ? null : Encode(window, memories, levels, forecasts, steps, keep: 1);
        _unbound = guidance == 1 ? null : Encode(window, memories, levels, forecasts, steps, keep: 0);
    }

    public Span<float> Noisy => _noisy.Span;

    public Span<float> Velocity(int step, bool conditional)
    {
        ModelTensor steering = (conditional ? _bound : _unbound)!;
        steering.Span.Slice(step * _share, _share).CopyTo(_steering.Span);
        return (conditional ? _askConditional : _askFree).Run();
    }

    public void Dispose()
    {
        _askConditional.Dispose();
        _askFree.Dispose();
        ModelTensor?[] all = [_noisy, _steering, _conditional, _free, _bound, _unbound];
        Array.ForEach(all, t => t?.Dispose());
    }

    private ModelTensor Encode(ModelTensor window, ModelTensor memories, ModelTensor levels, int forecasts, int steps, float keep)
    {
        using ModelTensor kept = new(1, 1);
        kept.Span[0] = keep;
        ModelTensor steering = new(steps, forecasts, _model.Width);
        _model.Encoder.Run([window, memories, levels, kept], [steering]);
        return steering;
    }
}
