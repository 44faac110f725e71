using System.Runtime.Intrinsics;
using ForexE2E.Strategy.Sssd.Encoding;

namespace ForexE2E.Strategy.Sssd.Denoising;

/// <summary>The two matrices of the reference denoiser, laid out hidden unit after hidden unit. Immutable.</summary>
internal sealed class DenseWeights
{
    private const int Segments = SssdArchitecture.Segments;
    private const int Hidden = SssdArchitecture.Hidden;
    private readonly float[] _first = new float[Segments * Hidden];
    private readonly float[] _second;

    /// <param name="first">Segments by hidden.</param>
    /// <param name="second">Hidden by segments.</param>
    public DenseWeights(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        for (int i = 0; i < _first.Length; i++)
        {
            _first[i] = first[(i % Segments * Hidden) + (i / Segments)];
        }

        _second = second.ToArray();
    }

    /// <summary>Hidden by segments.</summary>
    public ReadOnlySpan<float> Second => _second;

    /// <summary>The first matrix with each unit's factor in it: hidden by segments.</summary>
    public void Fold(ReadOnlySpan<float> factors, Span<float> own)
    {
        for (int unit = 0; unit < Hidden; unit++)
        {
            (Vector256.Create<float>(_first.AsSpan(unit * Segments, Segments)) * factors[unit]).CopyTo(own.Slice(unit * Segments, Segments));
        }
    }
}
