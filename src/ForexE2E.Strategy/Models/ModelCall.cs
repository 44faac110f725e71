using ForexE2E.Domain.Models;
using Microsoft.ML.OnnxRuntime;

namespace ForexE2E.Strategy.Models;

/// <summary>A session with its tensors bound once, for graphs that are asked many times over the same memory. For one thread.</summary>
internal sealed class ModelCall : IDisposable
{
    private readonly ModelSession _session;
    private readonly OrtIoBinding _binding;
    private readonly ModelTensor _output;

    internal ModelCall(ModelSession session, OrtIoBinding binding, ModelTensor output) =>
        (_session, _binding, _output) = (session, binding, output);

    /// <summary>Computes the output for what the inputs hold now.</summary>
    /// <exception cref="ModelException">The graph failed, or gave what is no finite number.</exception>
    public Span<float> Run()
    {
        _session.Run(_binding);
        _session.Round(_output, 0);
        return _output.Span;
    }

    public void Dispose() => _binding.Dispose();
}
