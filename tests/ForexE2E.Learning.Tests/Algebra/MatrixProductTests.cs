using CsCheck;
using ForexE2E.Domain.Randomness;
using ForexE2E.Learning.Algebra;

namespace ForexE2E.Learning.Tests.Algebra;

public sealed class MatrixProductTests
{
    [Fact]
    public void Every_output_is_the_running_fused_sum_whatever_the_shape_bit_for_bit() =>
        Gen.Select(Gen.Int[1, 21], Gen.Int[1, 40], Gen.Int[1, 40], Gen.ULong, Gen.Int[0, 7]).Sample((m, k, n, seed, way) =>
        {
            bool turnA = (way & 1) > 0, turnB = (way & 2) > 0, add = (way & 4) > 0;
            SplitMix64 luck = new(seed);
            float[] a = Draw(luck, m * k), b = Draw(luck, k * n), c = Draw(luck, m * n);
            Matrix left = turnA ? new Matrix(a, k, m).Transposed : new Matrix(a, m, k);
            Matrix right = turnB ? new Matrix(b, n, k).Transposed : new Matrix(b, k, n);
            float[] expected = Plain(left, right, add ? c : new float[m * n]);

            MatrixProduct.Multiply(left, right, c, add);

            Assert.Equal(expected, c);
        });

    [Fact]
    public void Deep_products_are_summed_in_the_same_order_across_panels()
    {
        SplitMix64 luck = new(5);
        float[] a = Draw(luck, 6 * 700), b = Draw(luck, 700 * 33), c = new float[6 * 33];

        MatrixProduct.Multiply(new Matrix(a, 6, 700), new Matrix(b, 700, 33), c, add: false);

        Assert.Equal(Plain(new Matrix(a, 6, 700), new Matrix(b, 700, 33), new float[6 * 33]), c);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => MatrixProduct.Multiply(new Matrix(new float[6], 2, 3), new Matrix(new float[8], 4, 2), new float[4], add: false));
        Assert.Throws<ArgumentException>(() => MatrixProduct.Multiply(new Matrix(new float[6], 2, 3), new Matrix(new float[6], 3, 2), new float[3], add: false));
        Assert.Throws<ArgumentException>(() => new Matrix(new float[5], 2, 3).Rows);
    }

    private static float[] Plain(Matrix a, Matrix b, float[] start)
    {
        float[] c = [.. start];
        for (int i = 0; i < a.Rows; i++)
        {
            for (int j = 0; j < b.Columns; j++)
            {
                for (int p = 0; p < a.Columns; p++)
                {
                    float left = a.Values[(i * a.RowStride) + (p * a.ColumnStride)];
                    float right = b.Values[(p * b.RowStride) + (j * b.ColumnStride)];
                    c[(i * b.Columns) + j] = MathF.FusedMultiplyAdd(left, right, c[(i * b.Columns) + j]);
                }
            }
        }

        return c;
    }

    private static float[] Draw(SplitMix64 luck, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)luck.NextGaussian())];
}
