using CsCheck;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Runs.Json;

namespace ForexE2E.Storage.Tests.Runs.Json;

public sealed class SeenTrialsTests
{
    [Fact]
    public void What_was_seen_is_told_by_way_of_an_earlier_trial()
    {
        TrialOrder earlier = [0, 2, 1];
        Assert.Equal("[0,2,1]", SeenTrials.Write(earlier, null));
        Assert.Equal("""{"as":5,"then":[]}""", SeenTrials.Write(earlier, new SeenBasis(5, earlier)));
        Assert.Equal("""{"as":5,"then":[4,3]}""", SeenTrials.Write(earlier.Add(4).Add(3), new SeenBasis(5, earlier)));
        // Not a continuation: it stands alone.
        Assert.Equal("[0,1]", SeenTrials.Write([0, 1], new SeenBasis(5, earlier)));
    }

    [Fact]
    public void Texts_read_back_in_whatever_order_they_stand() => Gen.Select(Gen.Int[0, 3].Array[1, 40], Gen.Int[0, 1000]).Sample((steps, shuffle) =>
    {
        Dictionary<int, TrialOrder> expected = [];
        Dictionary<int, string> texts = [];
        SeenBasis? basis = null;
        TrialOrder order = TrialOrder.Empty;
        for (int trial = 0; trial < steps.Length; trial++)
        {
            for (int s = 0; s < steps[trial]; s++)
            {
                order = order.Add(((trial * 7) + s) % 50);
            }

            texts[trial] = SeenTrials.Write(order, basis);
            expected[trial] = order;
            basis = trial % 5 == 4 ? null : new SeenBasis(trial, order);
        }

        var shuffled = texts.OrderBy(t => (t.Key * 31) % (shuffle + 1)).ToDictionary(t => t.Key, t => t.Value);
        Assert.Equal(expected.OrderBy(e => e.Key), SeenTrials.ReadAll(shuffled).OrderBy(e => e.Key));
    });

    [Fact]
    public void A_long_chain_is_read_without_recursion()
    {
        Dictionary<int, string> texts = new() { [0] = "[7]" };
        for (int n = 1; n <= 50_000; n++)
        {
            texts[n] = FormattableString.Invariant($"{{\"as\":{n - 1},\"then\":[]}}");
        }

        Assert.Equal([7], SeenTrials.ReadAll(texts.Reverse().ToDictionary(t => t.Key, t => t.Value))[50_000].AsEnumerable());
    }

    [Theory]
    [InlineData("""{"as":9,"then":[]}""")]
    [InlineData("""{"as":"x","then":[]}""")]
    [InlineData("""{"then":[]}""")]
    [InlineData("nonsense")]
    public void What_cannot_be_read_is_refused(string text) =>
        Assert.Throws<RunStoreException>(() => SeenTrials.ReadAll(new Dictionary<int, string> { [1] = text }));
}
