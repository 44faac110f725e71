using ForexE2E.Domain.Randomness;
using ForexE2E.Learning.Layers;
using ForexE2E.Learning.Networks;
using ForexE2E.Strategy.Rl.Agents;
using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Tests.Rl;

public sealed class TrunkCutTests
{
    [Fact]
    public void A_narrower_trunk_computes_what_the_wide_one_does_without_its_other_units()
    {
        AgentShape wide = AgentShape.Shipped.Single(s => s.Name == "256-128-lstm"), narrow = wide.WithTrunk(100);
        Network whole = wide.Actor(), cut = narrow.Actor();
        float[] numbers = whole.Initialize(4), fewer = new float[cut.ParameterCount];
        TrunkCut.Take(numbers, TrunkCut.Places(whole, cut), fewer);

        // Units that nobody listens to: their recurrent rows and their rows in the layer above are zero.
        ParameterBlock recurrent = whole.Blocks.Single(b => b.Name.EndsWith(".recurrent", StringComparison.Ordinal)), above = whole.Blocks[3];
        numbers.AsSpan(recurrent.Offset + (100 * 1024), 156 * 1024).Clear();
        numbers.AsSpan(above.Offset + (100 * 256), 156 * 256).Clear();
        BatchShape shape = new(4, 2);
        SplitMix64 luck = new(2);
        float[] states = [.. Enumerable.Range(0, 8 * AgentState.Entries).Select(_ => (float)luck.NextGaussian())];

        Assert.Equal(
            whole.Forward(numbers, shape, states, whole.Allocate(shape)).ToArray().Select(v => Math.Round(v, 6)),
            cut.Forward(fewer, shape, states, cut.Allocate(shape)).ToArray().Select(v => Math.Round(v, 6)));
    }

    [Fact]
    public void What_was_taken_is_put_back_where_it_was()
    {
        AgentShape wide = AgentShape.Shipped.Single(s => s.Name == "512-256-lstm");
        Network whole = wide.Critic(), cut = wide.WithTrunk(65).Critic();
        float[] numbers = whole.Initialize(4), before = [.. numbers], fewer = new float[cut.ParameterCount];
        int[] places = TrunkCut.Places(whole, cut);

        TrunkCut.Take(numbers, places, fewer);
        TrunkCut.Return(fewer, places, numbers);

        Assert.Equal(before, numbers);
        Assert.Equal(places.Length, places.Distinct().Count());
        Assert.All(places, p => Assert.InRange(p, 0, whole.ParameterCount - 1));
    }

    [Theory]
    [InlineData(63)]
    [InlineData(257)]
    public void Widths_that_are_none_of_the_catalogues_are_refused(int width) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AgentShape.Shipped[5].WithTrunk(width));
}
