using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Models;
using ForexE2E.Strategy.Models;
using ForexE2E.Strategy.Sssd;
using ForexE2E.Strategy.Sssd.Encoding;
using ForexE2E.Strategy.Sssd.Scaling;
using ForexE2E.Strategy.Sssd.Training;

namespace ForexE2E.Strategy.Tests.Sssd;

public sealed class SssdTrainerTests
{
    private static readonly Market Traded = new(Symbol.Parse("EURUSD"), new Timeframe(5));
    private static readonly DateTime From = new(1999, 3, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly BarSeries Bars = SyntheticMarket.Generate(Traded, From, From.AddDays(60), 31).Bars;
    private static readonly SssdTrainingSettings Short = new() { Epochs = 2, Examples = 6000, Seed = 4 };

    [Fact]
    public void The_same_bars_and_seed_give_the_same_model_and_another_seed_another()
    {
        DateTime until = From.AddDays(50);
        ModelCheckpoint first = Train(until, Short);
        Assert.True(Content(first).SequenceEqual(Content(Train(until, Short))));
        Assert.False(Content(first).SequenceEqual(Content(Train(until, Short with { Seed = 5 }))));
        Assert.True(first.TrainedUntil <= until && first.TrainedUntil > until.AddDays(-3), $"{first.TrainedUntil}");
        ModelCheck.Open(first);
    }

    [Fact]
    public void Bars_after_the_end_of_training_change_nothing()
    {
        DateTime until = From.AddDays(50);
        BarSeries known = Bars.Truncate(SssdTrainer.EndOf(Bars, until));
        ModelCheckpoint cut = SssdTrainer.Train([known], until, "cut", "", Short, _ => { }, default);
        Assert.True(Content(Train(until, Short)).SequenceEqual(Content(cut)));
    }

    [Fact]
    public void Training_lowers_the_loss_on_bars_held_back()
    {
        List<SssdEpoch> epochs = [];
        SssdTrainer.Train([Bars], From.AddDays(60), "x", "", Short with { Epochs = 6, Examples = 12_000 }, epochs.Add, default);
        Assert.True(epochs[^1].ValidationLoss < epochs[0].ValidationLoss, string.Join(", ", epochs));
    }

    [Fact]
    public void Too_few_bars_are_refused_with_the_remedy() =>
        Assert.Contains("Name more bars", Assert.Throws<ArgumentException>(() => Train(From.AddDays(3), Short)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_graphs_compute_what_was_trained()
    {
        SssdWeights weights = SssdWeights.Start(8);
        SssdExamples examples = SssdExamples.Of(Bars, new ReturnScale(Bars), 0, 900, 60);
        FeatureScale features = FeatureScale.Of(examples);
        examples.Standardise(features);
        SssdBatch batch = new(examples.Count);
        BatchDraw.Fill(batch, examples, [.. Enumerable.Range(0, examples.Count)], new(3));
        using SssdModel model = new(SssdExport.Checkpoint(weights, features, "x", "", From));
        double error = 0;
        for (int i = 0; i < examples.Count; i++)
        {
            error = Math.Max(error, ErrorOf(model, weights, batch, i));
        }

        Assert.InRange(error, 0, 2e-4);
    }

    // One row at a time: its own context, level and noisy values through both graphs, against the training's own arithmetic.
    private static double ErrorOf(SssdModel model, SssdWeights weights, SssdBatch batch, int row)
    {
        using ModelTensor window = new(1, ContextWindow.Channels, ContextWindow.Bars);
        using ModelTensor memories = new(1, ContextWindow.Memories);
        using ModelTensor levels = new(1, 4);
        using ModelTensor keep = new(1, 1);
        using ModelTensor steering = new(1, 1, SssdArchitecture.Steering);
        using ModelTensor noisy = new(1, 1, SssdArchitecture.Segments);
        using ModelTensor velocity = new(1, 1, SssdArchitecture.Segments);
        ContextWindow.Write(Bars, new ReturnScale(Bars), PathSampler.FirstBar + (row * 60), window.Span, memories.Span);
        batch.Levels.AsSpan(row * 4, 4).CopyTo(levels.Span);
        keep.Span[0] = batch.Keep[row];
        batch.Noisy.AsSpan(row * SssdArchitecture.Segments, SssdArchitecture.Segments).CopyTo(noisy.Span);
        model.Encoder.Run([window, memories, levels, keep], [steering]);
        model.Denoiser.Run([noisy, steering], [velocity]);
        SssdBatch one = new(1);
        batch.Features.AsSpan(row * ContextFeatures.Width, ContextFeatures.Width).CopyTo(one.Features);
        levels.Span.CopyTo(one.Levels);
        one.Keep[0] = batch.Keep[row];
        noisy.Span.CopyTo(one.Noisy);
        velocity.Span.CopyTo(one.Target);
        return Math.Sqrt(new SssdGradient(1).Loss(weights, one));
    }

    private static ModelCheckpoint Train(DateTime until, SssdTrainingSettings settings) =>
        SssdTrainer.Train([Bars], until, "x", "", settings, _ => { }, default);

    private static ImmutableArray<byte> Content(ModelCheckpoint model) => [.. model.Graphs.SelectMany(g => g.Content)];
}
