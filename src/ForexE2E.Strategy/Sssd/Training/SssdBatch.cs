using ForexE2E.Strategy.Sssd.Diffusion;
using ForexE2E.Strategy.Sssd.Encoding;

namespace ForexE2E.Strategy.Sssd.Training;

/// <summary>Rows to learn from in one step: features, noise levels, whether the context is kept, noisy values and the velocity that is right.</summary>
internal sealed class SssdBatch(int rows)
{
    public int Rows { get; } = rows;

    public float[] Features { get; } = new float[rows * ContextFeatures.Width];

    public float[] Levels { get; } = new float[rows * NoiseLevel.Width];

    /// <summary>1 or 0.</summary>
    public float[] Keep { get; } = new float[rows];

    public float[] Noisy { get; } = new float[rows * SssdArchitecture.Segments];

    public float[] Target { get; } = new float[rows * SssdArchitecture.Segments];
}
