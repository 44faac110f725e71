using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ForexE2E.Strategy.Sssd.Encoding;

namespace ForexE2E.Strategy.Sssd.Denoising;

/// <summary>
/// The reference architecture's denoiser, computed here instead of by ONNX Runtime: a call of the runtime costs more than this
/// little arithmetic, and fused multiplications in a fixed order give the same bits on every kind of CPU. Eight paths side by side are
/// a tile: segment after segment, in each the eight paths.
/// </summary>
internal sealed class DenseDenoiser : IPathDenoiser
{
    /// <summary>Paths of a tile.</summary>
    public const int Lanes = 8;

    private const int Segments = SssdArchitecture.Segments;
    private const int Hidden = SssdArchitecture.Hidden;
    private const int Tile = Segments * Lanes;
    private readonly DenseWeights _weights;
    private readonly Steering _steering;
    private readonly int _share;
    private readonly float[] _noisy;
    private readonly float[] _velocity;
    private readonly float[] _free;

    /// <param name="paths">Each forecast's; rounded up to whole tiles, the rest is drawn and not taken.</param>
    public DenseDenoiser(DenseWeights weights, Steering steering, int forecasts, int paths)
    {
        (_weights, _steering) = (weights, steering);
        _share = (paths + Lanes - 1) / Lanes * Tile;
        _noisy = new float[forecasts * _share];
        _velocity = new float[forecasts * _share];
        _free = new float[forecasts * _share];
    }

    public Span<float> Noisy => _noisy;

    // Compiled in full at once: it is what a forecast spends its time in.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Span<float> Velocity(int step, bool conditional)
    {
        float[] velocity = conditional ? _velocity : _free;
        ReadOnlySpan<float> all = _steering.At(step, conditional);
        Span<float> own = stackalloc float[Segments * Hidden];
        for (int first = 0, at = 0; first < _noisy.Length; first += _share, at += SssdArchitecture.Steering)
        {
            ReadOnlySpan<float> steering = all.Slice(at, SssdArchitecture.Steering);
            _weights.Fold(steering[..Hidden], own);
            for (int tile = first; tile < first + _share; tile += Tile)
            {
                Denoise(_noisy.AsSpan(tile, Tile), own, steering[Hidden..], _weights.Second, velocity.AsSpan(tile, Tile));
            }
        }

        return velocity;
    }

    public void CopyPaths(int forecast, Span<float> target)
    {
        ReadOnlySpan<float> tiles = _noisy.AsSpan(forecast * _share, _share);
        for (int i = 0; i < target.Length; i++)
        {
            (int path, int segment) = (i / Segments, i % Segments);
            target[i] = tiles[(path / Lanes * Tile) + (segment * Lanes) + (path % Lanes)];
        }
    }

    public void Dispose()
    {
        // Nothing is held outside managed memory.
    }

    // gate x + W2 relu(own x + shift), eight paths at once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Denoise(ReadOnlySpan<float> noisy, ReadOnlySpan<float> own, ReadOnlySpan<float> shiftsAndGates, ReadOnlySpan<float> second, Span<float> velocity)
    {
        ref float weight = ref MemoryMarshal.GetReference(own);
        ref float back = ref MemoryMarshal.GetReference(second);
        ReadOnlySpan<float> gates = shiftsAndGates.Slice(Hidden, Segments);
        ReadOnlySpan<Vector256<float>> x = MemoryMarshal.Cast<float, Vector256<float>>(noisy)[..Segments];
        (Vector256<float> x0, Vector256<float> x1, Vector256<float> x2, Vector256<float> x3) = (x[0], x[1], x[2], x[3]);
        (Vector256<float> x4, Vector256<float> x5, Vector256<float> x6, Vector256<float> x7) = (x[4], x[5], x[6], x[7]);
        (Vector256<float> v0, Vector256<float> v1, Vector256<float> v2, Vector256<float> v3) = (x0 * gates[0], x1 * gates[1], x2 * gates[2], x3 * gates[3]);
        (Vector256<float> v4, Vector256<float> v5, Vector256<float> v6, Vector256<float> v7) = (x4 * gates[4], x5 * gates[5], x6 * gates[6], x7 * gates[7]);
        for (int unit = 0; unit < Hidden; unit++)
        {
            // Two sums of four, so that one does not wait for the other. What is no number shows in the gated part, so the plain maximum will do.
            Vector256<float> low = Fused(x0, ref weight, 0, Vector256.Create(shiftsAndGates[unit]));
            Vector256<float> high = x4 * Unsafe.Add(ref weight, 4);
            low = Fused(x3, ref weight, 3, Fused(x2, ref weight, 2, Fused(x1, ref weight, 1, low)));
            high = Fused(x7, ref weight, 7, Fused(x6, ref weight, 6, Fused(x5, ref weight, 5, high)));
            Vector256<float> active = Vector256.MaxNative(low + high, Vector256<float>.Zero);
            (v0, v1, v2, v3) = (Fused(active, ref back, 0, v0), Fused(active, ref back, 1, v1), Fused(active, ref back, 2, v2), Fused(active, ref back, 3, v3));
            (v4, v5, v6, v7) = (Fused(active, ref back, 4, v4), Fused(active, ref back, 5, v5), Fused(active, ref back, 6, v6), Fused(active, ref back, 7, v7));
            weight = ref Unsafe.Add(ref weight, Segments);
            back = ref Unsafe.Add(ref back, Segments);
        }

        Span<Vector256<float>> v = MemoryMarshal.Cast<float, Vector256<float>>(velocity)[..Segments];
        (v[0], v[1], v[2], v[3]) = (v0, v1, v2, v3);
        (v[4], v[5], v[6], v[7]) = (v4, v5, v6, v7);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fused(Vector256<float> values, ref float weights, int place, Vector256<float> sum) =>
        Vector256.FusedMultiplyAdd(values, Vector256.Create(Unsafe.Add(ref weights, place)), sum);
}
