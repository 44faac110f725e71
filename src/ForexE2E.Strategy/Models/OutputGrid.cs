using System.Numerics;

namespace ForexE2E.Strategy.Models;

/// <summary>
/// Rounds what a model says to multiples of 2^-16, so that the last bits, which differ between kinds of CPU, seldom decide;
/// values beyond 64 to the precision left of a float beside 192.
/// </summary>
internal static class OutputGrid
{
    // Adding it leaves sixteen binary digits after the point; taking it away again gives the rounded value.
    private const float Shift = 192;

    /// <summary>Rounds in place.</summary>
    /// <returns>Whether every value is a finite number.</returns>
    public static bool Round(Span<float> values)
    {
        Vector<float> shift = new(Shift);
        Vector<float> faults = Vector<float>.Zero;
        int i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<float> value = new(values[i..]);
            faults += value - value;
            ((value + shift) - shift).CopyTo(values[i..]);
        }

        float fault = Vector.Sum(faults);
        for (; i < values.Length; i++)
        {
            fault += values[i] - values[i];
            values[i] = (values[i] + Shift) - Shift;
        }

        // A difference of infinities is no number either.
        return fault == 0;
    }
}
