using ForexE2E.Learning.Algebra;

namespace ForexE2E.Learning.Tests.Algebra;

public sealed class CurvesTests
{
    private static readonly float[] Grid = [.. Enumerable.Range(-4000, 8001).Select(i => i * 0.0051f), -1000, 1000, 0, 1e-20f, -1e-20f];

    [Fact]
    public void Tangent_and_logistic_curve_are_within_2e_7_of_the_truth()
    {
        float[] y = new float[Grid.Length];
        Curves.Tanh(Grid, y);
        Assert.All(Grid.Zip(y), p => Assert.InRange(p.Second - Math.Tanh(p.First), -2e-7, 2e-7));
        Curves.Sigmoid(Grid, y);
        Assert.All(Grid.Zip(y), p => Assert.InRange(p.Second - (1 / (1 + Math.Exp(-(double)p.First))), -2e-7, 2e-7));
    }

    [Fact]
    public void The_exponential_is_within_three_parts_in_ten_million()
    {
        float[] y = new float[Grid.Length];
        Curves.Exp(Grid, y);
        Assert.All(Grid.Zip(y), p => Assert.InRange((p.Second / Math.Exp(Math.Clamp(p.First, -87, 88))) - 1, -3e-7, 3e-7));
    }

    [Fact]
    public void A_number_is_bent_alike_at_every_place_of_a_span()
    {
        float[] whole = new float[Grid.Length], alone = new float[1];
        Curves.Tanh(Grid, whole);
        for (int i = 0; i < Grid.Length; i += 17)
        {
            Curves.Tanh(Grid.AsSpan(i, 1), alone);
            Assert.Equal(whole[i], alone[0]);
        }
    }
}
