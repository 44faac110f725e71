using System.Numerics.Tensors;

namespace ForexE2E.Learning.Algebra;

/// <summary>Sums and copies over the rows of a batch.</summary>
public static class Rows
{
    /// <summary>Writes the same row into each row of <paramref name="target"/>.</summary>
    public static void Repeat(ReadOnlySpan<float> row, Span<float> target)
    {
        for (int i = 0; i < target.Length; i += row.Length)
            row.CopyTo(target[i..]);
    }

    /// <summary>Adds each row to <paramref name="sums"/>, the first row first.</summary>
    public static void AddTo(ReadOnlySpan<float> rows, Span<float> sums)
    {
        for (int i = 0; i < rows.Length; i += sums.Length)
            TensorPrimitives.Add(sums, rows.Slice(i, sums.Length), sums);
    }
}
