using System.Numerics;
using System.Runtime.CompilerServices;

namespace ForexE2E.Learning.Algebra;

/// <summary>
/// C = A B or C += A B. Each output is summed over k = 0, 1, 2... by fused multiply-add, whatever the tiling, the vector width
/// or the shape, so results are the same bit for bit on every machine. The loops are compiled in full at their first call: a run that learns
/// a little in each of many windows would spend much of it in slow first versions.
/// </summary>
public static class MatrixProduct
{
    private const int TileRows = 4;
    private const int PanelDepth = 256;

    /// <summary>The sum starts at what <paramref name="c"/> holds when <paramref name="add"/>, else at zero.</summary>
    public static unsafe void Multiply(in Matrix a, in Matrix b, Span<float> c, bool add)
    {
        if (a.Columns != b.Rows)
            throw new ArgumentException($"A of {a.Rows} x {a.Columns} cannot be multiplied by B of {b.Rows} x {b.Columns}", nameof(b));
        if (c.Length < (long)a.Rows * b.Columns)
            throw new ArgumentException($"The product of {a.Rows} x {b.Columns} needs {(long)a.Rows * b.Columns} numbers, was given {c.Length}", nameof(c));
        if (!add)
            c[..(a.Rows * b.Columns)].Clear();
        fixed (float* pa = a.Values, pb = b.Values, pc = c)
        {
            Operand left = new(pa, a.RowStride, a.ColumnStride);
            Operand right = new(pb, b.RowStride, b.ColumnStride);
            if (a.Rows < TileRows && b.ColumnStride == 1)
                FewRows(left, right, pc, a.Rows, a.Columns, b.Columns);
            else
                Tiled(left, right, pc, a.Rows, a.Columns, b.Columns);
        }
    }

    // B is copied, two vectors wide and at most 256 rows deep, into a panel that stays in the first-level cache.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Tiled(Operand a, Operand b, float* c, int m, int depth, int n)
    {
        int wide = 2 * Vector<float>.Count;
        float* panel = stackalloc float[PanelDepth * wide];
        float* tile = stackalloc float[TileRows * wide];
        for (int k0 = 0; k0 < depth; k0 += PanelDepth)
        {
            int k = Math.Min(PanelDepth, depth - k0);
            for (int j = 0; j < n; j += wide)
            {
                int width = Math.Min(wide, n - j);
                Pack(b.At(k0, j), panel, k, width, wide);
                for (int i = 0; i < m; i += TileRows)
                    Tile(a.At(i, k0), panel, c + ((nint)i * n) + j, tile, new(Math.Min(TileRows, m - i), k, width, n));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Pack(Operand b, float* panel, int k, int width, int wide)
    {
        if (width < wide)
            new Span<float>(panel, k * wide).Clear();
        if (b.ColumnStride == 1)
        {
            for (int p = 0; p < k; p++)
                new ReadOnlySpan<float>(b.At(p, 0).Values, width).CopyTo(new Span<float>(panel + (p * wide), width));
            return;
        }

        for (int j = 0; j < width; j++)
        {
            for (int p = 0; p < k; p++)
                panel[(p * wide) + j] = *b.At(p, j).Values;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Tile(Operand a, float* panel, float* c, float* tile, TileShape shape)
    {
        int wide = 2 * Vector<float>.Count;
        if (shape.Rows == TileRows && shape.Width == wide)
        {
            FourRows(a, panel, c, shape.Columns, shape.Depth);
            return;
        }

        for (int i = 0; i < shape.Rows; i++)
        {
            float* row = c + ((nint)i * shape.Columns);
            new ReadOnlySpan<float>(row, shape.Width).CopyTo(new Span<float>(tile, wide));
            OneRow(a.At(i, 0), panel, tile, shape.Depth);
            new ReadOnlySpan<float>(tile, shape.Width).CopyTo(new Span<float>(row, shape.Width));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void FourRows(Operand a, float* panel, float* c, int stride, int depth)
    {
        int lanes = Vector<float>.Count;
        float* c1 = c + stride, c2 = c1 + stride, c3 = c2 + stride;
        Vector<float> s00 = Vector.Load(c), s01 = Vector.Load(c + lanes), s10 = Vector.Load(c1), s11 = Vector.Load(c1 + lanes);
        Vector<float> s20 = Vector.Load(c2), s21 = Vector.Load(c2 + lanes), s30 = Vector.Load(c3), s31 = Vector.Load(c3 + lanes);
        float* a0 = a.Values, a1 = a0 + a.RowStride, a2 = a1 + a.RowStride, a3 = a2 + a.RowStride;
        nint step = a.ColumnStride;
        for (int p = 0; p < depth; p++)
        {
            Vector<float> b0 = Vector.Load(panel), b1 = Vector.Load(panel + lanes);
            panel += 2 * lanes;
            nint at = p * step;
            Vector<float> x = new(a0[at]);
            s00 = Vector.FusedMultiplyAdd(x, b0, s00);
            s01 = Vector.FusedMultiplyAdd(x, b1, s01);
            x = new(a1[at]);
            s10 = Vector.FusedMultiplyAdd(x, b0, s10);
            s11 = Vector.FusedMultiplyAdd(x, b1, s11);
            x = new(a2[at]);
            s20 = Vector.FusedMultiplyAdd(x, b0, s20);
            s21 = Vector.FusedMultiplyAdd(x, b1, s21);
            x = new(a3[at]);
            s30 = Vector.FusedMultiplyAdd(x, b0, s30);
            s31 = Vector.FusedMultiplyAdd(x, b1, s31);
        }

        s00.Store(c);
        s01.Store(c + lanes);
        s10.Store(c1);
        s11.Store(c1 + lanes);
        s20.Store(c2);
        s21.Store(c2 + lanes);
        s30.Store(c3);
        s31.Store(c3 + lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void OneRow(Operand a, float* panel, float* sums, int depth)
    {
        int lanes = Vector<float>.Count;
        Vector<float> s0 = Vector.Load(sums), s1 = Vector.Load(sums + lanes);
        for (int p = 0; p < depth; p++, panel += 2 * lanes)
        {
            Vector<float> x = new(*a.At(0, p).Values);
            s0 = Vector.FusedMultiplyAdd(x, Vector.Load(panel), s0);
            s1 = Vector.FusedMultiplyAdd(x, Vector.Load(panel + lanes), s1);
        }

        s0.Store(sums);
        s1.Store(sums + lanes);
    }

    // With one to three rows the copy of B would cost as much as the product: the row of C is the running sum instead.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void FewRows(Operand a, Operand b, float* c, int m, int depth, int n)
    {
        int lanes = Vector<float>.Count;
        for (int i = 0; i < m; i++, c += n)
        {
            for (int p = 0; p < depth; p++)
            {
                float scale = *a.At(i, p).Values;
                Vector<float> x = new(scale);
                float* row = b.At(p, 0).Values;
                int j = 0;
                for (; j <= n - lanes; j += lanes)
                    Vector.FusedMultiplyAdd(x, Vector.Load(row + j), Vector.Load(c + j)).Store(c + j);
                for (; j < n; j++)
                    c[j] = MathF.FusedMultiplyAdd(scale, row[j], c[j]);
            }
        }
    }

    private readonly record struct TileShape(int Rows, int Depth, int Width, int Columns);

    private readonly unsafe struct Operand(float* values, nint rowStride, nint columnStride)
    {
        public float* Values { get; } = values;

        public nint RowStride { get; } = rowStride;

        public nint ColumnStride { get; } = columnStride;

        public Operand At(int row, int column) => new(Values + (row * RowStride) + (column * ColumnStride), RowStride, ColumnStride);
    }
}
