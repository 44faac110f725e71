using System.Collections.Immutable;
using System.Globalization;
using ForexE2E.Domain.Models;
using ForexE2E.Strategy.Models;
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

    /// <exception cref="ModelException">A graph is missing, of another shape, or does not compute.</exception>
    public SssdModel(ModelCheckpoint checkpoint)
    {
        ModelGraph encoder = checkpoint.Graph(EncoderRole);
        ModelGraph denoiser = checkpoint.Graph(DenoiserRole);
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
