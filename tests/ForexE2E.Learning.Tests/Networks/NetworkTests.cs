using ForexE2E.Domain.Randomness;
using ForexE2E.Learning.Layers;
using ForexE2E.Learning.Networks;
using ForexE2E.Learning.Optimizers;

namespace ForexE2E.Learning.Tests.Networks;

public sealed class NetworkTests
{
    private static readonly Network Small = new(new Sequential(new Dense(2, 16), new Activation(ActivationKind.Tanh, 16), new Dense(16, 1)));

    [Fact]
    public void Two_hundred_steps_teach_exclusive_or()
    {
        float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1], targets = [0, 1, 1, 0];

        (double first, double last, _) = Learn(Small, inputs, targets, BatchShape.Of(4), 200);

        Assert.InRange(first, 0.1, 5);
        Assert.InRange(last, 0, 1e-3);
    }

    [Fact]
    public void A_recurrent_network_learns_to_repeat_the_number_before_last()
    {
        Network network = new(new Sequential(new Lstm(1, 16), new Dense(16, 1)));
        BatchShape shape = new(12, 32);
        SplitMix64 luck = new(4);
        float[] inputs = [.. Enumerable.Range(0, shape.Rows).Select(_ => (float)(luck.NextDouble() - 0.5))];
        float[] targets = [.. Enumerable.Range(0, shape.Rows).Select(i => i >= 64 ? inputs[i - 64] : 0)];

        (_, double last, _) = Learn(network, inputs, targets, shape, 400);

        Assert.InRange(last, 0, 0.01); // the numbers' own variance is 0.083
    }

    [Fact]
    public void Learning_from_the_same_seed_gives_the_same_bits()
    {
        float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1], targets = [0, 1, 1, 0];

        Assert.Equal(Learn(Small, inputs, targets, BatchShape.Of(4), 50).Parameters, Learn(Small, inputs, targets, BatchShape.Of(4), 50).Parameters);
        Assert.NotEqual(Small.Initialize(1), Small.Initialize(2));
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        Network network = new(new Sequential(new Lstm(5, 8), new Residual(new Dense(8, 8)), new LayerNorm(8), new Activation(ActivationKind.Silu, 8), new Dense(8, 2)));
        BatchShape shape = new(3, 5);
        float[] parameters = network.Initialize(1), gradients = new float[network.ParameterCount], input = new float[shape.Rows * 5], above = new float[shape.Rows * 2];
        Workspace workspace = network.Allocate(shape);
        Adam adam = new(network.ParameterCount);
        void Step()
        {
            network.Forward(parameters, shape, input, workspace);
            network.Backward(parameters, shape, input, above, gradients, workspace);
            GradientNorm.Clip(gradients, 1);
            adam.Step(parameters, gradients, 1e-3);
        }

        Step();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Step();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Wrong_lengths_are_refused_with_the_right_ones()
    {
        Workspace workspace = Small.Allocate(BatchShape.Of(4));
        float[] parameters = Small.Initialize(1);

        Assert.Contains("65 parameters", Assert.Throws<ArgumentException>(() => Small.Forward([], BatchShape.Of(4), new float[8], workspace).Length).Message, StringComparison.Ordinal);
        Assert.Contains("needs 8 inputs", Assert.Throws<ArgumentException>(() => Small.Forward(parameters, BatchShape.Of(4), new float[7], workspace).Length).Message, StringComparison.Ordinal);
        Assert.Contains("holds 1 x 4", Assert.Throws<ArgumentException>(() => Small.Forward(parameters, BatchShape.Of(5), new float[10], workspace).Length).Message, StringComparison.Ordinal);
        Assert.Contains("Layer 1 takes 4", Assert.Throws<ArgumentException>(() => new Sequential(new Dense(2, 3), new Dense(4, 1))).Message, StringComparison.Ordinal);
    }

    private static (double First, double Last, float[] Parameters) Learn(Network network, float[] inputs, float[] targets, BatchShape shape, int steps)
    {
        float[] parameters = network.Initialize(7), gradients = new float[network.ParameterCount], above = new float[shape.Rows * network.Outputs];
        Workspace workspace = network.Allocate(shape);
        Adam adam = new(network.ParameterCount);
        double first = double.NaN, last = double.NaN;
        for (int step = 0; step < steps; step++)
        {
            last = MeanSquaredError.Gradient(network.Forward(parameters, shape, inputs, workspace), targets, above);
            first = step == 0 ? last : first;
            Array.Clear(gradients);
            network.Backward(parameters, shape, inputs, above, gradients, workspace);
            GradientNorm.Clip(gradients, 1);
            adam.Step(parameters, gradients, 0.02);
        }

        return (first, last, parameters);
    }
}
