using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Models;
using ForexE2E.Domain.Randomness;
using ForexE2E.Learning.Optimizers;
using ForexE2E.Strategy.Sssd.Scaling;

namespace ForexE2E.Strategy.Sssd.Training;

/// <summary>Trains the reference architecture on bars: Adam on the velocity loss, averaged weights, early stopping on the last bars. The same arguments give the same model.</summary>
public static class SssdTrainer
{
    /// <summary>Examples below which nothing is trained.</summary>
    public const int LeastExamples = 2000;

    private const int Rows = 512;
    private const double HeldBack = 0.15;
    private const double GradientNormBound = 1;
    private const float Averaging = 0.995f;

    /// <summary>Trains on the bars that end by an instant.</summary>
    /// <param name="until">UTC; no later bar is looked at.</param>
    /// <param name="trainedOn">In words, for model.json.</param>
    /// <param name="progress">Told of every pass.</param>
    /// <returns>The model; its hashes and origin are for the writer to set.</returns>
    /// <exception cref="ArgumentException">Too few bars; the message names the remedy.</exception>
    public static ModelCheckpoint Train(
        IReadOnlyList<BarSeries> bars, DateTime until, string name, string trainedOn, SssdTrainingSettings settings, Action<SssdEpoch> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bars);
        int[] ends = [.. bars.Select(b => EndOf(b, until))];
        int stride = Math.Max(1, (int)((ends.Sum(e => e * (1 - HeldBack)) + settings.Examples - 1) / settings.Examples));
        SssdExamples learn = SssdExamples.Join([.. bars.Select((b, i) => SssdExamples.Of(b, new ReturnScale(b), 0, BoundaryOf(ends[i]), stride))]);
        SssdExamples check = SssdExamples.Join([.. bars.Select((b, i) => SssdExamples.Of(b, new ReturnScale(b), BoundaryOf(ends[i]), ends[i], stride))]);
        if (learn.Count < LeastExamples || check.Count < Rows)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{ends.Sum()} bars end by {until:yyyy-MM-dd HH:mm}, too few to learn from: an sssd model needs about {4000 + (bars.Count * PathSampler.FirstBar)} at least. Name more bars, or a later --until."));
        }

        FeatureScale features = FeatureScale.Of(learn);
        learn.Standardise(features);
        check.Standardise(features);
        SssdWeights best = Run(learn, check, settings, progress, cancellation);
        return SssdExport.Checkpoint(best, features, name, trainedOn, bars.Zip(ends, (b, e) => e == 0 ? DateTime.UnixEpoch : b.EndOf(e - 1)).Max());
    }

    /// <summary>Index after the last bar that ends by an instant.</summary>
    public static int EndOf(BarSeries bars, DateTime until)
    {
        ArgumentNullException.ThrowIfNull(bars);
        return bars.IndexAtOrAfter(until.AddMinutes(1 - bars.Timeframe.Minutes));
    }

    /// <summary>Index of the first bar that is held back for early stopping.</summary>
    public static int BoundaryOf(int end) => (int)(end * (1 - HeldBack));

    private static SssdWeights Run(SssdExamples learn, SssdExamples check, SssdTrainingSettings settings, Action<SssdEpoch> progress, CancellationToken cancellation)
    {
        SssdWeights weights = SssdWeights.Start(settings.Seed);
        SssdWeights average = weights.Copy();
        SssdWeights best = average.Copy();
        Adam adam = new(SssdWeights.Count);
        SssdGradient gradient = new(Rows);
        SplitMix64 luck = new(SeedOf.Mix(settings.Seed, 4, 40));
        double least = Validate(gradient, average, check, settings.Seed);
        int bestEpoch = 0;
        for (int epoch = 1; epoch <= settings.Epochs && epoch - bestEpoch <= settings.Patience; epoch++)
        {
            double loss = Pass(learn, weights, average, adam, gradient, luck, RateAt(epoch - 1, settings), cancellation);
            double validation = Validate(gradient, average, check, settings.Seed);
            bool isBest = validation < least;
            if (isBest)
            {
                (least, bestEpoch, best) = (validation, epoch, average.Copy());
            }

            progress(new SssdEpoch(epoch, settings.Epochs, loss, validation, isBest));
        }

        return best;
    }

    private static double RateAt(int epoch, SssdTrainingSettings settings) =>
        settings.Rate * (0.05 + (0.475 * (1 + Math.Cos(Math.PI * epoch / settings.Epochs))));

    private static double Pass(
        SssdExamples learn, SssdWeights weights, SssdWeights average, Adam adam, SssdGradient gradient, SplitMix64 luck, double rate, CancellationToken cancellation)
    {
        int[] order = Shuffled(learn.Count, luck);
        SssdBatch batch = new(Rows);
        SssdWeights slope = new();
        double sum = 0;
        int batches = learn.Count / Rows;
        for (int i = 0; i < batches; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            BatchDraw.Fill(batch, learn, order.AsSpan(i * Rows, Rows), luck);
            Array.Clear(slope.All);
            sum += gradient.Add(weights, batch, slope);
            GradientNorm.Clip(slope.All, GradientNormBound);
            adam.Step(weights.All, slope.All, rate);
            for (int j = 0; j < average.All.Length; j++)
            {
                average.All[j] += (1 - Averaging) * (weights.All[j] - average.All[j]);
            }
        }

        return sum / batches;
    }

    // The same noise every time, so that only the weights differ; four draws of it.
    private static double Validate(SssdGradient gradient, SssdWeights weights, SssdExamples check, ulong seed)
    {
        SplitMix64 luck = new(SeedOf.Mix(seed, 5, 40));
        SssdBatch batch = new(Rows);
        int[] order = Shuffled(check.Count, luck);
        double sum = 0;
        int count = 0;
        for (int round = 0; round < 4; round++)
        {
            for (int i = 0; i + Rows <= order.Length; i += Rows, count++)
            {
                BatchDraw.Fill(batch, check, order.AsSpan(i, Rows), luck);
                sum += gradient.Loss(weights, batch);
            }
        }

        return sum / count;
    }

    private static int[] Shuffled(int count, SplitMix64 luck)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int i = count - 1; i > 0; i--)
        {
            int j = luck.NextInt(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }
}
