using System.Numerics;
using ForexE2E.Optimization.Samplers.Axes;
using ForexE2E.Optimization.Samplers.History;

namespace ForexE2E.Optimization.Samplers.Tpe;

/// <summary>
/// A sparse additive model of how trials rank by an objective, those that broke limits or failed behind all others: on each axis
/// a curve of second degree, or one effect a choice, almost all of them zero. Where the estimator only asks which trials were
/// good, this learns from every trial, so that noise cancels and inert axes fall silent. Ranks become normal scores, so any
/// monotone rescaling leaves it as it is.
/// </summary>
internal sealed class AdditiveTrend
{
    private const int FewestTrials = 8;
    private readonly TrialHistory _history;
    private readonly TrendFeatures _features;
    private readonly SparseRegression _regression;
    private readonly float[][] _scores;
    private readonly byte[][] _cells;
    private readonly float[] _products;
    private readonly float[] _row;
    private float[] _byTrial = [];
    private int _learnt;
    private (int Trials, int Objective) _fitted;

    public AdditiveTrend(TrialHistory history, TpeSettings settings)
    {
        _history = history;
        AxisSet axes = history.Axes;
        _features = new TrendFeatures(axes);
        _regression = new SparseRegression(_features.Count, settings.TrendPenalty);
        // One cell more than the axis has, for trials for which it did not matter.
        _scores = [.. Enumerable.Range(0, axes.Count).Select(a => new float[_features.CellsOf(a) + 1])];
        _cells = [.. _scores.Select(_ => Array.Empty<byte>())];
        _products = new float[_features.Count];
        _row = new float[_features.Count];
    }

    /// <summary>Deviation of the normal scores that the model leaves unexplained; 1 explains nothing.</summary>
    public double Deviation => _regression.Deviation;

    /// <summary>Fits the trials seen so far by one objective, of many all but the last hundredth; false while they are too few.</summary>
    public bool Fit(int objective)
    {
        LearnUpTo(Rounded(_history.Count));
        if (_learnt < FewestTrials)
        {
            return false;
        }

        if (_fitted == (_learnt, objective))
        {
            return true;
        }

        _fitted = (_learnt, objective);
        int rank = 0;
        double squares = Score(_history.Standing.By(objective), ref rank) + Score(_history.Standing.Others, ref rank);
        Tabulate();
        _products.AsSpan().Clear();
        for (int a = 0; a < _scores.Length; a++)
        {
            _features.Project(a, _scores[a].AsSpan()[..^1], _products);
        }

        _regression.Fit(_products, squares, _learnt);
        return true;
    }

    /// <summary>Deviation of the normal scores that an axis alone explains, 0 for an inert one; infinite where that cannot be told.</summary>
    public double Effect(int axis) => _features.CellsOf(axis) > 0 ? Math.Sqrt(_features.Effect(axis, _regression)) : double.PositiveInfinity;

    /// <summary>Adds the effect of each cell of an axis, times a factor.</summary>
    public void AddEffects(int axis, float factor, Span<float> cells) => _features.AddEffects(axis, factor, _regression, cells);

    // The normal score of each rank, best first; returns the sum of squares.
    private double Score(ReadOnlySpan<int> rows, ref int rank)
    {
        double squares = 0;
        foreach (int row in rows)
        {
            if (row >= _learnt)
            {
                continue;
            }

            float score = (float)NormalQuantile.At((rank++ + 0.5) / _learnt);
            _byTrial[row] = score;
            squares += score * score;
        }

        return squares;
    }

    // The sum of scores in each cell of each axis: that is all the fit needs to know of the trials.
    private void Tabulate()
    {
        Array.ForEach(_scores, Array.Clear);
        int a = 0;
        for (; a + 3 < _scores.Length; a += 4)
        {
            TabulateFour(a);
        }

        for (; a < _scores.Length; a++)
        {
            Tabulate(a, _byTrial.AsSpan(0, _learnt));
        }
    }

    private void Tabulate(int axis, ReadOnlySpan<float> scores)
    {
        float[] sums = _scores[axis];
        ReadOnlySpan<byte> cells = _cells[axis].AsSpan(0, scores.Length);
        for (int i = 0; i < scores.Length; i++)
        {
            sums[cells[i]] += scores[i];
        }
    }

    // One axis alone waits for each addition before the next: four at a time take a third of the time, and every sum is the same.
    private void TabulateFour(int axis)
    {
        ReadOnlySpan<float> scores = _byTrial.AsSpan(0, _learnt);
        (float[] sums0, float[] sums1, float[] sums2, float[] sums3) = (_scores[axis], _scores[axis + 1], _scores[axis + 2], _scores[axis + 3]);
        ReadOnlySpan<byte> cells0 = _cells[axis].AsSpan(0, scores.Length);
        ReadOnlySpan<byte> cells1 = _cells[axis + 1].AsSpan(0, scores.Length);
        ReadOnlySpan<byte> cells2 = _cells[axis + 2].AsSpan(0, scores.Length);
        ReadOnlySpan<byte> cells3 = _cells[axis + 3].AsSpan(0, scores.Length);
        for (int i = 0; i < scores.Length; i++)
        {
            float score = scores[i];
            sums0[cells0[i]] += score;
            sums1[cells1[i]] += score;
            sums2[cells2[i]] += score;
            sums3[cells3[i]] += score;
        }
    }

    // Every score changes with each trial. Of many, one more says little, and a suggestion shall not take longer for them: the last few
    // wait until they are a hundred and twenty-eighth or more. Depends on nothing but how many there are, so that it can be repeated.
    private static int Rounded(int trials)
    {
        int step = 1 << Math.Max(0, BitOperations.Log2((uint)trials) - 7);
        return trials / step * step;
    }

    private void LearnUpTo(int trials)
    {
        for (; _learnt < trials; _learnt++)
        {
            if (_learnt == _byTrial.Length)
            {
                Grow(Math.Max(64, 2 * _learnt));
            }

            Learn(_learnt);
        }
    }

    private void Learn(int trial)
    {
        _row.AsSpan().Clear();
        ReadOnlySpan<float> units = _history.Units(trial);
        for (int a = 0; a < units.Length; a++)
        {
            int cell = _history.Axes[a].CellOf(units[a]);
            if (_history.IsLive(trial, a) && _features.Describe(a, cell, _row))
            {
                _cells[a][trial] = (byte)cell;
            }
            else
            {
                _cells[a][trial] = (byte)(_scores[a].Length - 1);
            }
        }

        _regression.Add(_row);
    }

    private void Grow(int trials)
    {
        Array.Resize(ref _byTrial, trials);
        for (int a = 0; a < _cells.Length; a++)
        {
            Array.Resize(ref _cells[a], trials);
        }
    }
}
