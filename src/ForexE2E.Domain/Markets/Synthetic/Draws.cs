using ForexE2E.Domain.Randomness;

namespace ForexE2E.Domain.Markets.Synthetic;

/// <summary>
/// Random draws that are equal to the last bit on every machine: only additions and multiplications, which IEEE 754 rounds
/// in one way, and no logarithm or exponential, which it does not.
/// </summary>
internal sealed class Draws(ulong seed)
{
    // Four uniform 16-bit numbers have mean 4 * 32767.5 and variance 4 * (2^32 - 1) / 12.
    private const double Mean = 4 * 32767.5;
    private const double OverDeviation = 1 / 37837.22723702461;
    private readonly SplitMix64 _random = new(seed);

    /// <summary>Bell-shaped with mean 0 and variance 1, never beyond 3.5: a sum of four uniforms (Irwin 1927, Hall 1927).</summary>
    public double Bell()
    {
        ulong bits = _random.NextUInt64();
        ulong sum = (bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48);
        return (sum - Mean) * OverDeviation;
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double Uniform() => _random.NextDouble();

    /// <summary>Uniform whole number in [0, <paramref name="count"/>).</summary>
    public int Whole(int count) => _random.NextInt(count);
}
