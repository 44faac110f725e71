using System.Collections.Immutable;
using CsCheck;
using ForexE2E.Optimization.Fronts;

namespace ForexE2E.Optimization.Tests.Fronts;

public sealed class HypervolumeTests
{
    [Fact]
    public void One_point_spans_a_box() => Assert.Equal(0.5 * 0.25 * 0.75, Hypervolume.Of([[0.5, 0.75, 0.25]], [1, 1, 1]), 12);

    [Fact]
    public void Points_beyond_the_reference_count_nothing() => Assert.Equal(0, Hypervolume.Of([[2, 0.1], [0.1, 1]], [1, 1]));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void It_equals_the_count_of_dominated_cells_on_a_grid(int dimensions)
    {
        // Whole coordinates: the volume is the number of unit cells that some point dominates.
        const int Side = 4;
        ImmutableArray<double> reference = [.. Enumerable.Repeat((double)Side, dimensions)];
        Gen.Int[0, Side].Array[dimensions].Array[1, 12].Sample(
            points =>
            {
                int cells = 0;
                int all = (int)Math.Pow(Side, dimensions);
                for (int cell = 0; cell < all; cell++)
                {
                    int[] at = [.. Enumerable.Range(0, dimensions).Select(d => cell / (int)Math.Pow(Side, d) % Side)];
                    cells += Array.Exists(points, p => p.Zip(at).All(z => z.First <= z.Second)) ? 1 : 0;
                }

                Assert.Equal(cells, Hypervolume.Of(points.Select(p => p.Select(v => (double)v).ToImmutableArray()), reference), 9);
            },
            iter: 60);
    }
}
