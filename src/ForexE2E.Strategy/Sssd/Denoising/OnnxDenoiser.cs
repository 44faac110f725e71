using ForexE2E.Strategy.Models;
using ForexE2E.Strategy.Sssd.Scaling;

namespace ForexE2E.Strategy.Sssd.Denoising;

/// <summary>A denoiser of any architecture, asked through ONNX Runtime: a call for all paths of a batch at one noise level.</summary>
internal sealed class OnnxDenoiser : IPathDenoiser
{
    private readonly Steering _steering;
    private readonly int _share;
    private readonly ModelTensor _noisy;
    private readonly ModelTensor _level;
    private readonly ModelTensor _conditional;
    private readonly ModelTensor _free;
    private readonly ModelCall _askConditional;
    private readonly ModelCall _askFree;

    /// <param name="width">Numbers that steer it at one noise level.</param>
    /// <param name="paths">Each forecast's.</param>
    public OnnxDenoiser(ModelSession session, int width, Steering steering, int forecasts, int paths)
    {
        _steering = steering;
        _share = paths * HorizonKnots.Ends.Length;
        _noisy = new ModelTensor(forecasts, paths, HorizonKnots.Ends.Length);
        _conditional = new ModelTensor(forecasts, paths, HorizonKnots.Ends.Length);
        _free = new ModelTensor(forecasts, paths, HorizonKnots.Ends.Length);
        _level = new ModelTensor(forecasts, 1, width);
        _askConditional = session.Bind([_noisy, _level], _conditional);
        _askFree = session.Bind([_noisy, _level], _free);
    }

    public Span<float> Noisy => _noisy.Span;

    public Span<float> Velocity(int step, bool conditional)
    {
        _steering.At(step, conditional).CopyTo(_level.Span);
        return (conditional ? _askConditional : _askFree).Run();
    }

    public void CopyPaths(int forecast, Span<float> target) => _noisy.Span.Slice(forecast * _share, _share).CopyTo(target);

    public void Dispose()
    {
        _askConditional.Dispose();
        _askFree.Dispose();
        ModelTensor[] all = [_noisy, _level, _conditional, _free];
        Array.ForEach(all, t => t.Dispose());
    }
}
