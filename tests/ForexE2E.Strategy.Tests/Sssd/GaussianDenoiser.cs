using ForexE2E.Strategy.Sssd.Diffusion;

namespace ForexE2E.Strategy.Tests.Sssd;

/// <summary>The exact answer for signals that are normal with known mean and deviation, the mean another when the context may be looked at.</summary>
internal sealed class GaussianDenoiser(int count, double[] shares, double conditionalMean, double freeMean, double deviation) : IDenoiser
{
    private readonly float[] _noisy = new float[count];
    private readonly float[] _conditional = new float[count];
    private readonly float[] _free = new float[count];

    public Span<float> Noisy => _noisy;

    public int AskedConditional { get; private set; }

    public int AskedFree { get; private set; }

    public Span<float> Velocity(int step, bool conditional)
    {
        (AskedConditional, AskedFree) = conditional ? (AskedConditional + 1, AskedFree) : (AskedConditional, AskedFree + 1);
        float[] velocity = conditional ? _conditional : _free;
        double mean = conditional ? conditionalMean : freeMean;
        (double signal, double noise) = (Math.Sqrt(shares[step]), Math.Sqrt(1 - shares[step]));
        double variance = deviation * deviation;
        for (int i = 0; i < count; i++)
        {
            double clean = mean + (variance * signal / ((shares[step] * variance) + 1 - shares[step]) * (_noisy[i] - (signal * mean)));
            velocity[i] = (float)((signal * ((_noisy[i] - (signal * clean)) / noise)) - (noise * clean));
        }

        return velocity;
    }
}
