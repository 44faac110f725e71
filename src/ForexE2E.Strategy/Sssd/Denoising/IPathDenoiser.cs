using ForexE2E.Strategy.Sssd.Diffusion;

namespace ForexE2E.Strategy.Sssd.Denoising;

/// <summary>A denoiser of one checkpoint over the paths of some forecasts; how it lays them out in memory is its own affair.</summary>
internal interface IPathDenoiser : IDenoiser, IDisposable
{
    /// <summary>Writes a forecast's paths as they are now, one after the other.</summary>
    /// <param name="forecast">Its place in the batch.</param>
    void CopyPaths(int forecast, Span<float> target);
}
