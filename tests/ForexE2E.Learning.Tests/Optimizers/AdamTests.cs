using ForexE2E.Learning.Optimizers;

namespace ForexE2E.Learning.Tests.Optimizers;

public sealed class AdamTests
{
    [Fact]
    public void The_first_step_has_the_size_of_the_rate_whatever_the_gradient()
    {
        float[] parameters = new float[21];
        float[] gradients = [.. Enumerable.Range(1, 21).Select(i => (i % 2 == 0 ? 1f : -1f) * i * i)];

        new Adam(21).Step(parameters, gradients, 0.01);

        for (int i = 0; i < parameters.Length; i++)
            Assert.Equal(gradients[i] > 0 ? -0.01 : 0.01, parameters[i], 6);
    }

    [Fact]
    public void Three_steps_are_those_of_the_paper()
    {
        float[] parameters = [1f];
        Adam adam = new(1);
        double x = 1, mean = 0, square = 0;
        for (int step = 1; step <= 3; step++)
        {
            double g = 2 * x;
            mean = (0.9 * mean) + (0.1 * g);
            square = (0.999 * square) + (0.001 * g * g);
            x -= 0.1 * (mean / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(square / (1 - Math.Pow(0.999, step))) + 1e-8);

            adam.Step(parameters, [2 * parameters[0]], 0.1);
            Assert.Equal(x, parameters[0], 5);
        }

        Assert.Equal(3, adam.Steps);
    }

    [Fact]
    public void After_a_reset_it_begins_anew()
    {
        float[] a = [1f, 2f, 3f], b = [1f, 2f, 3f];
        Adam used = new(3);
        used.Step(new float[3], [5f, 6f, 7f], 0.1);
        used.Reset();

        used.Step(a, [1f, -1f, 2f], 0.1);
        new Adam(3).Step(b, [1f, -1f, 2f], 0.1);

        Assert.Equal(b, a);
    }

    [Fact]
    public void A_long_gradient_is_scaled_down_to_the_norm_and_a_short_one_left_alone()
    {
        float[] gradients = [3f, 4f];

        Assert.Equal(5, GradientNorm.Clip(gradients, 10), 12);
        Assert.Equal([3f, 4f], gradients);
        Assert.Equal(5, GradientNorm.Clip(gradients, 1), 12);
        Assert.Equal([0.6f, 0.8f], gradients);
    }

    [Fact]
    public void A_gradient_that_is_not_finite_is_an_error_not_a_step() =>
        Assert.Throws<ArithmeticException>(() => GradientNorm.Clip([1f, float.NaN], 1));
}
