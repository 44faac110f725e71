namespace ForexE2E.Strategy.Sssd.Diffusion;

/// <summary>How a denoiser is told the noise level: four smooth functions of the angle whose cosine is the root of the signal share.</summary>
internal static class NoiseLevel
{
    /// <summary>Numbers a level.</summary>
    public const int Width = 4;

    /// <summary>Cosine and sine of the angle and of its double.</summary>
    public static void Write(double share, Span<float> level)
    {
        double cosine = Math.Sqrt(share);
        double sine = Math.Sqrt(1 - share);
        level[0] = (float)cosine;
        level[1] = (float)sine;
        level[2] = (float)((cosine * cosine) - (sine * sine));
        level[3] = (float)(2 * cosine * sine);
    }
}
