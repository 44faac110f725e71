using System.Collections.Immutable;
using System.Globalization;
using System.Numerics.Tensors;
using ForexE2E.Domain.Models;
using ForexE2E.Strategy.Models;
using ForexE2E.Strategy.Sssd.Denoising;
using ForexE2E.Strategy.Sssd.Diffusion;
using ForexE2E.Strategy.Sssd.Scaling;

namespace ForexE2E.Strategy.Sssd;

/// <summary>One SSSD checkpoint ready to forecast: its encoder and its denoiser, of the shapes docs/models.md names. Thread-safe.</summary>
internal sealed class SssdModel : IDisposable
{
    public const string EncoderRole = "encoder";
    public const string DenoiserRole = "denoiser";
    public const string KnotsSetting = "knots";
    public const string ContextSetting = "context_bars";
    private readonly DenseWeights? _dense;
    private readonly string _origin;

    /// <exception cref="ModelException">A graph is missing, of another shape, or does not compute.</exception>
    public SssdModel(ModelCheckpoint checkpoint)
    {
        ModelGraph encoder = checkpoint.Graph(EncoderRole);
        ModelGraph denoiser = checkpoint.Graph(DenoiserRole);
        _origin = checkpoint.Origin;
        Width = encoder.Outputs[0].Sizes[^1];
        Require(checkpoint, KnotsSetting, string.Join(',', HorizonKnots.Ends));
        Require(checkpoint, ContextSetting, ContextWindow.Bars.ToString(CultureInfo.InvariantCulture));
        Require(encoder.Origin, EncoderInputs, encoder.Inputs);
        Require(encoder.Origin, EncoderOutputs(Width), encoder.Outputs);
        Require(denoiser.Origin, DenoiserInputs(Width), denoiser.Inputs);
        Require(denoiser.Origin, DenoiserOutputs, denoiser.Outputs);
        Encoder = new ModelSession(encoder);
        try
        {
            Denoiser = new ModelSession(denoiser);
        }
        catch
        {
            Encoder.Dispose();
            throw;
        }

        _dense = DenoiserGraph.Recognise(denoiser.Content.AsSpan()) is var (first, second) ? new DenseWeights(first, second) : null;
    }

    /// <summary>Inputs of every encoder.</summary>
    public static ImmutableArray<TensorShape> EncoderInputs { get; } =
    [
        new("window", [TensorShape.AnySize, ContextWindow.Channels, ContextWindow.Bars]),
        new("memories", [TensorShape.AnySize, ContextWindow.Memories]),
        new("levels", [TensorShape.AnySize, NoiseLevel.Width]),
        new("keep", [1, 1]),
    ];

    /// <summary>Outputs of every denoiser.</summary>
    public static ImmutableArray<TensorShape> DenoiserOutputs { get; } = [new("velocity", [TensorShape.AnySize, TensorShape.AnySize, HorizonKnots.Ends.Length])];

    /// <summary>Numbers by which the encoder steers the denoiser at one noise level.</summary>
    public int Width { get; }

    public ModelSession Encoder { get; }

    public ModelSession Denoiser { get; }

    /// <summary>Whether forecasts made together cost much less than one by one: so it is where every step is a call of ONNX Runtime.</summary>
    public bool GainsFromCompany => _dense is null;

    /// <summary>The denoiser over a batch of forecasts, its context read.</summary>
    /// <param name="window">Contexts of all forecasts.</param>
    /// <param name="levels">Noise levels of all steps.</param>
    /// <param name="paths">Each forecast's.</param>
    /// <exception cref="ModelException">The encoder failed, or gave what is no finite number.</exception>
    public IPathDenoiser Read(ModelTensor window, ModelTensor memories, ModelTensor levels, int forecasts, int paths, double guidance)
    {
        Steering steering = new(Encoder, Width, window, memories, levels, forecasts, guidance);
        return _dense is null ? new OnnxDenoiser(Denoiser, Width, steering, forecasts, paths) : new DenseDenoiser(_dense, steering, forecasts, paths);
    }

    /// <summary>Refuses drawn paths that hold what is no finite number.</summary>
    /// <exception cref="ModelException">They do.</exception>
    public void RefuseUnlessFinite(ReadOnlySpan<float> paths)
    {
        if (!float.IsFinite(TensorPrimitives.SumOfMagnitudes(paths)))
        {
            throw new ModelException($"{_origin}: the paths drawn for some bar are no finite numbers. The model is broken: train it anew or name another with --models.");
        }
    }

    /// <summary>Outputs of an encoder: levels by forecasts by numbers.</summary>
    public static ImmutableArray<TensorShape> EncoderOutputs(int width) => [new("modulation", [TensorShape.AnySize, TensorShape.AnySize, width])];

    /// <summary>Inputs of a denoiser: forecasts by paths by segments; forecasts by 1 by numbers.</summary>
    public static ImmutableArray<TensorShape> DenoiserInputs(int width) =>
    [
        new("noisy", [TensorShape.AnySize, TensorShape.AnySize, HorizonKnots.Ends.Length]),
        new("modulation", [TensorShape.AnySize, 1, width]),
    ];

    public void Dispose()
    {
        Encoder.Dispose();
        Denoiser.Dispose();
    }

    private static void Require(ModelCheckpoint checkpoint, string setting, string wanted)
    {
        if (checkpoint.Setting(setting) != wanted)
        {
            throw new ModelException($"{checkpoint.Origin}: an sssd model must have {setting} = {wanted}, model.json says {checkpoint.Setting(setting)}. Train it anew with this program.");
        }
    }

    private static void Require(string origin, ImmutableArray<TensorShape> wanted, ImmutableArray<TensorShape> found)
    {
        if (wanted.Length != found.Length || wanted.Zip(found).Any(p => p.First.Name != p.Second.Name || p.First.Sizes.Length != p.Second.Sizes.Length || !p.First.Fits(p.Second.Sizes.AsSpan())))
        {
            throw new ModelException($"{origin}: an sssd model must have {string.Join(", ", wanted)} here, model.json says {string.Join(", ", found)}. Export the graph as docs/models.md says.");
        }
    }
}
