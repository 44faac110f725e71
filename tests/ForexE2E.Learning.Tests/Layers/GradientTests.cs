using ForexE2E.Domain.Randomness;
using ForexE2E.Learning.Layers;
using ForexE2E.Learning.Networks;

namespace ForexE2E.Learning.Tests.Layers;

/// <summary>
/// Analytic float32 gradients against central differences of the double-precision definition: differences of doubles are good to
/// about 1e-9, so the tolerance of 2e-5 of the largest gradient is the float32 arithmetic's own.
/// </summary>
public sealed class GradientTests
{
    private const double Step = 1e-5;
    private const double Tolerance = 2e-5;

    public static TheoryData<string> Kinds => ["dense", "tanh", "relu", "sigmoid", "silu", "gelu", "norm", "lstm", "deep lstm", "residual", "mixed"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Gradients_of_every_layer_are_those_of_finite_differences(string kind)
    {
        Network network = new(Build(kind));
        BatchShape shape = new(4, 3);
        SplitMix64 luck = new(11);
        float[] parameters = [.. network.Initialize(3).Select(p => p + (float)(0.1 * luck.NextGaussian()))];
        float[] input = Draw(luck, shape.Rows * network.Inputs), weights = Draw(luck, shape.Rows * network.Outputs);
        float[] gradients = new float[network.ParameterCount], below = new float[input.Length];

        Workspace workspace = network.Allocate(shape);
        float[] output = network.Forward(parameters, shape, input, workspace).ToArray();
        network.Backward(parameters, shape, input, weights, gradients, workspace, below);

        double[] exact = [.. parameters.Select(p => (double)p)], x = [.. input.Select(v => (double)v)];
        double Loss() => DoublePrecision.Forward(network.Body, exact, shape, x).Zip(weights, (y, w) => y * w).Sum();
        Same(DoublePrecision.Forward(network.Body, exact, shape, x), output, 1e-5);
        Same(Differences(exact, Loss), gradients, Tolerance);
        Same(Differences(x, Loss), below, Tolerance);
    }

    [Fact]
    public void Gradients_add_up_over_batches()
    {
        Network network = new(Build("mixed"));
        BatchShape shape = new(2, 2);
        float[] parameters = network.Initialize(3), input = Draw(new SplitMix64(1), shape.Rows * network.Inputs), above = Draw(new SplitMix64(2), shape.Rows * network.Outputs);
        float[] once = new float[network.ParameterCount], twice = new float[network.ParameterCount];
        Workspace workspace = network.Allocate(shape);

        network.Forward(parameters, shape, input, workspace);
        network.Backward(parameters, shape, input, above, once, workspace);
        for (int i = 0; i < 2; i++)
            network.Backward(parameters, shape, input, above, twice, workspace);

        Same([.. once.Select(g => 2.0 * g)], twice, 1e-6);
    }

    private static Layer Build(string kind) => kind switch
    {
        "dense" => new Dense(5, 7),
        "tanh" => new Sequential(new Dense(5, 7), new Activation(ActivationKind.Tanh, 7)),
        "relu" => new Sequential(new Dense(5, 7), new Activation(ActivationKind.Relu, 7)),
        "sigmoid" => new Sequential(new Dense(5, 7), new Activation(ActivationKind.Sigmoid, 7)),
        "silu" => new Sequential(new Dense(5, 7), new Activation(ActivationKind.Silu, 7)),
        "gelu" => new Sequential(new Dense(5, 7), new Activation(ActivationKind.Gelu, 7)),
        "norm" => new Sequential(new LayerNorm(5), new Dense(5, 7), new LayerNorm(7)),
        "lstm" => new Lstm(5, 6),
        "deep lstm" => new Sequential(new Dense(5, 4), new Lstm(4, 6), new Lstm(6, 3), new Dense(3, 2)),
        "residual" => new Sequential(new Dense(5, 6), new Residual(new Sequential(new LayerNorm(6), new Dense(6, 9), new Activation(ActivationKind.Silu, 9), new Dense(9, 6))), new Residual(new Dense(6, 6))),
        _ => new Sequential(new Lstm(5, 6), new Activation(ActivationKind.Tanh, 6), new Dense(6, 19), new Activation(ActivationKind.Gelu, 19), new Residual(new Lstm(19, 19)), new Dense(19, 2)),
    };

    private static float[] Draw(SplitMix64 luck, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)luck.NextGaussian())];

    private static double[] Differences(double[] values, Func<double> loss)
    {
        double[] slopes = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            double kept = values[i];
            values[i] = kept + Step;
            double above = loss();
            values[i] = kept - Step;
            slopes[i] = (above - loss()) / (2 * Step);
            values[i] = kept;
        }

        return slopes;
    }

    private static void Same(double[] expected, float[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        double scale = Math.Max(1, expected.Max(Math.Abs));
        for (int i = 0; i < expected.Length; i++)
            Assert.InRange(actual[i] - expected[i], -tolerance * scale, tolerance * scale);
    }
}
