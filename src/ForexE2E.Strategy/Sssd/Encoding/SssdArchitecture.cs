using ForexE2E.Learning.Layers;
using ForexE2E.Learning.Networks;
using ForexE2E.Strategy.Sssd.Diffusion;
using ForexE2E.Strategy.Sssd.Scaling;

namespace ForexE2E.Strategy.Sssd.Encoding;

/// <summary>Sizes and layers of the reference architecture, small because a trial asks its denoiser a hundred million times.</summary>
internal static class SssdArchitecture
{
    /// <summary>Numbers a context is condensed to.</summary>
    public const int Embedding = 16;

    /// <summary>Hidden units of the denoiser.</summary>
    public const int Hidden = 16;

    /// <summary>Segments a path has.</summary>
    public const int Segments = 8;

    /// <summary>Numbers that steer the denoiser at one noise level: a factor and a shift each hidden unit, a gate each segment.</summary>
    public const int Steering = (2 * Hidden) + Segments;

    /// <summary>Inputs of the steering layers: embedding, noise level, and whether the context is kept.</summary>
    public const int SteeringInputs = Embedding + NoiseLevel.Width + 1;

    private const int EncoderHidden = 32;
    private const int SteeringHidden = 48;
    private const float QuietStart = 0.2f;

    /// <summary>From features to embedding.</summary>
    public static Network Encoder { get; } = new(
        new Sequential(new Dense(ContextFeatures.Width, EncoderHidden), new Activation(ActivationKind.Tanh, EncoderHidden), new Dense(EncoderHidden, Embedding)), "encoder");

    /// <summary>First layer from embedding, level and keep; then what steers the denoiser (FiLM: Perez, Strub, de Vries, Dumoulin and Courville 2018).</summary>
    public static Network Steer { get; } = new(
        new Sequential(new Dense(SteeringInputs, SteeringHidden), new Activation(ActivationKind.Tanh, SteeringHidden), new Dense(SteeringHidden, Steering, QuietStart)), "steer");

    /// <summary>Units between the two steering layers.</summary>
    public static int SteeringUnits => SteeringHidden;

    /// <summary>Numbers of the two denoiser matrices: segments by hidden, then hidden by segments.</summary>
    public static int DenoiserWeights => 2 * Segments * Hidden;

    static SssdArchitecture()
    {
        if (HorizonKnots.Ends.Length != Segments)
        {
            throw new InvalidOperationException("The architecture has another number of segments than there are knots.");
        }
    }
}
