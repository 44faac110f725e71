using System.Collections.Immutable;
using System.Globalization;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Optimization.Samplers;
using ForexE2E.Optimization.Selection;

namespace ForexE2E.Benchmarks.Optimizers;

/// <summary>Plays one sampler on one problem with one seed, with a number of trials always outstanding, and notes its progress.</summary>
internal sealed class OptimizerRun(BenchmarkProblem problem, ISampler sampler, ulong seed, int workers)
{
    private readonly SplitMix64 _luck = new(SeedOf.Mix(seed, 0, 77));
    private readonly List<PendingTrial> _outstanding = [];
    private readonly ParetoFront _front = new();
    private readonly SortedDictionary<string, SortedDictionary<int, double>> _series = new(StringComparer.Ordinal);
    private double _bestSeen = double.PositiveInfinity;
    private double _bestTrue;
    private int _asked;

    /// <summary>Metric to {number of finished trials: value}.</summary>
    public IReadOnlyDictionary<string, SortedDictionary<int, double>> Play(int trials, IReadOnlySet<int> marks)
    {
        for (int i = 0; i < Math.Min(workers, trials); i++)
        {
            Ask();
        }

        for (int done = 1; done <= trials; done++)
        {
            int pick = workers > 1 ? _luck.NextInt(_outstanding.Count) : 0;
            PendingTrial trial = _outstanding[pick];
            _outstanding.RemoveAt(pick);
            Tell(trial);
            if (marks.Contains(done))
            {
                Note(done);
            }

            if (_asked < trials)
            {
                Ask();
            }
        }

        return _series;
    }

    private void Ask()
    {
        ParameterSet set = sampler.Suggest(_asked, [.. _outstanding], SeedOf.Suggestion(seed, _asked));
        _outstanding.Add(new PendingTrial(_asked++, set));
    }

    private void Tell(PendingTrial trial)
    {
        ImmutableArray<double> losses = problem.Evaluate(trial.Parameters.Values);
        if (problem.Objectives == 1)
        {
            double seen = losses[0] + (problem.Noise > 0 ? problem.Noise * _luck.NextGaussian() : 0);
            (_bestSeen, _bestTrue) = seen < _bestSeen ? (seen, losses[0]) : (_bestSeen, _bestTrue);
            losses = [seen];
        }

        sampler.Observe(ObservedTrial.Completed(trial.Number, trial.Parameters, losses));
        if (problem.Objectives > 1)
        {
            _front.Add(ObservedTrial.Completed(trial.Number, trial.Parameters, [.. losses.Select((l, j) => l / problem.Scale[j])]));
        }
    }

    private void Note(int done)
    {
        if (problem.Objectives == 1)
        {
            Note("best", done, _bestTrue);
            return;
        }

        foreach ((string metric, ImmutableArray<double> reference) in problem.References)
        {
            Note(metric, done, _front.HypervolumeWithin(reference));
        }
    }

    private void Note(string metric, int done, double value)
    {
        if (!_series.TryGetValue(metric, out SortedDictionary<int, double>? points))
        {
            _series[metric] = points = [];
        }

        points[done] = double.Parse(value.ToString("G9", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
