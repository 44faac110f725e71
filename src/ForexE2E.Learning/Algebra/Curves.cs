using System.Numerics;

namespace ForexE2E.Learning.Algebra;

/// <summary>
/// Exponential, logistic and hyperbolic tangent of many numbers, by polynomials (Moshier, Cephes 1989) in fused multiply-adds:
/// the same bits on every machine and at every place of a span. Absolute error below 2e-7 for the two squashing curves.
/// </summary>
public static class Curves
{
    /// <summary>y = exp(x), x held within -87 and 88; spans may be the same.</summary>
    public static void Exp(ReadOnlySpan<float> x, Span<float> y) => Each(x, y, default(ExpCurve));

    /// <summary>y = 1 / (1 + exp(-x)); spans may be the same.</summary>
    public static void Sigmoid(ReadOnlySpan<float> x, Span<float> y) => Each(x, y, default(SigmoidCurve));

    /// <summary>y = tanh(x); spans may be the same.</summary>
    public static void Tanh(ReadOnlySpan<float> x, Span<float> y) => Each(x, y, default(TanhCurve));

    private static void Each<TCurve>(ReadOnlySpan<float> x, Span<float> y, TCurve curve)
        where TCurve : struct, ICurve
    {
        if (y.Length < x.Length)
            throw new ArgumentException($"The result needs {x.Length} places, has {y.Length}", nameof(y));
        int lanes = Vector<float>.Count;
        int i = 0;
        for (; i <= x.Length - lanes; i += lanes)
            curve.Of(new Vector<float>(x[i..])).CopyTo(y[i..]);
        if (i == x.Length)
            return;
        Span<float> rest = stackalloc float[lanes];
        rest.Clear();
        x[i..].CopyTo(rest);
        curve.Of(new Vector<float>(rest)).CopyTo(rest);
        rest[..(x.Length - i)].CopyTo(y[i..]);
    }

    private static Vector<float> ExpOf(Vector<float> x)
    {
        x = Vector.Min(Vector.Max(x, new Vector<float>(-87f)), new Vector<float>(88f));
        Vector<float> magic = new(12582912f); // 1.5 x 2^23: adding it leaves the nearest whole number in the low bits
        Vector<float> whole = Vector.FusedMultiplyAdd(x, new Vector<float>(1.44269504f), magic) - magic;
        Vector<float> r = Vector.FusedMultiplyAdd(whole, new Vector<float>(-0.693359375f), x);
        r = Vector.FusedMultiplyAdd(whole, new Vector<float>(2.12194440e-4f), r);
        Vector<float> p = Vector.FusedMultiplyAdd(new Vector<float>(1.9875691500e-4f), r, new Vector<float>(1.3981999507e-3f));
        p = Vector.FusedMultiplyAdd(p, r, new Vector<float>(8.3334519073e-3f));
        p = Vector.FusedMultiplyAdd(p, r, new Vector<float>(4.1665795894e-2f));
        p = Vector.FusedMultiplyAdd(p, r, new Vector<float>(1.6666665459e-1f));
        p = Vector.FusedMultiplyAdd(p, r, new Vector<float>(5.0000001201e-1f));
        p = Vector.FusedMultiplyAdd(p, r * r, r + Vector<float>.One);
        return p * Vector.AsVectorSingle(Vector.ShiftLeft(Vector.ConvertToInt32(whole) + new Vector<int>(127), 23));
    }

    private interface ICurve
    {
        Vector<float> Of(Vector<float> x);
    }

    private readonly struct ExpCurve : ICurve
    {
        public Vector<float> Of(Vector<float> x) => ExpOf(x);
    }

    private readonly struct SigmoidCurve : ICurve
    {
        public Vector<float> Of(Vector<float> x) => Vector<float>.One / (Vector<float>.One + ExpOf(-x));
    }

    private readonly struct TanhCurve : ICurve
    {
        public Vector<float> Of(Vector<float> x)
        {
            Vector<float> e = ExpOf(Vector.Abs(x) * -2f);
            Vector<float> far = Vector.CopySign((Vector<float>.One - e) / (Vector<float>.One + e), x);
            Vector<float> z = x * x;
            Vector<float> p = Vector.FusedMultiplyAdd(new Vector<float>(-5.70498872745e-3f), z, new Vector<float>(2.06390887954e-2f));
            p = Vector.FusedMultiplyAdd(p, z, new Vector<float>(-5.37397155531e-2f));
            p = Vector.FusedMultiplyAdd(p, z, new Vector<float>(1.33314422036e-1f));
            p = Vector.FusedMultiplyAdd(p, z, new Vector<float>(-3.33332819422e-1f));
            Vector<float> near = Vector.FusedMultiplyAdd(p * z, x, x);
            return Vector.ConditionalSelect(Vector.LessThan(Vector.Abs(x), new Vector<float>(0.625f)), near, far);
        }
    }
}
