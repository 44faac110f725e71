using System.Collections.Immutable;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Optimization.Samplers.Axes;
using ForexE2E.Optimization.Samplers.History;

namespace ForexE2E.Optimization.Samplers.Tpe;

/// <summary>
/// Tree-structured Parzen estimator (Bergstra et al. 2011) for many parameters of which few matter: candidates recombine two
/// good trials and are scored by the sum of their marginal density ratios. Begins with the defaults.
/// </summary>
public sealed class TpeSampler : ISampler
{
    private const int MostRedraws = 200;
    private readonly ParameterSpace _space;
    private readonly TpeSettings _settings;
    private readonly AxisSet _axes;
    private readonly TrialHistory _history;
    private readonly KnownSets _known = new();
    private readonly GoodTrials _goodTrials;
    private readonly Kernels _kernels;
    private readonly MarginalRatios _ratios;
    private readonly AdditiveTrend? _trend;
    private readonly double[] _effects;
    private int _draws;
    private readonly float[] _candidate;
    private readonly float[] _best;
    private readonly bool[] _live;

    public TpeSampler(ParameterSpace space, SamplerSettings settings, TpeSettings? dials = null)
    {
        _space = space ?? throw new ArgumentNullException(nameof(space));
        ArgumentNullException.ThrowIfNull(settings);
        _settings = dials ?? TpeSettings.For(settings.Objectives, space.Sampled.Length);
        _axes = new AxisSet(space);
        _history = new TrialHistory(_axes, settings.Objectives);
        _goodTrials = new GoodTrials(_history, _settings);
        _kernels = new Kernels(_history, _settings);
        _ratios = new MarginalRatios(_history, _settings);
        _trend = _settings.TrendTrust > 0 || _settings.InertWeight < 1 ? new AdditiveTrend(_history, _settings) : null;
        _effects = new double[_axes.Count];
        _candidate = new float[_axes.Count];
        _best = new float[_axes.Count];
        _live = new bool[_axes.Count];
    }

    public void Observe(ObservedTrial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        _history.Add(trial);
        _known.Add(trial.Parameters);
    }

    public ParameterSet Suggest(int number, ImmutableArray<PendingTrial> pending, ulong seed)
    {
        var luck = new SplitMix64(seed);
        if (number == 0 && !_known.Contains(_space.Defaults, pending))
        {
            return _space.Defaults;
        }

        if (_history.Standing.Answered < _settings.StartupTrials)
        {
            DrawAroundDefaults(luck);
            return Unknown(pending, luck);
        }

        _kernels.Fit(_goodTrials.Select(luck));
        _ratios.Fit(_kernels, pending);
        _draws = 1;
        if (_trend is not null)
        {
            Follow(_trend, luck);
        }

        bool mixes = number % 4 < _settings.MixedQuarters;
        double bestScore = double.NegativeInfinity;
        for (int c = 0; c < _settings.Candidates; c++)
        {
            Draw(mixes, luck);
            double score = Score();
            if (score > bestScore)
            {
                bestScore = score;
                _candidate.CopyTo(_best, 0);
            }
        }

        return Unknown(pending, luck);
    }

    // Axes that matter to no objective lose weight, or the chance of many inert ones would choose among candidates. Of several
    // objectives the one that an axis matters most to decides, which no renumbering changes.
    private void Follow(AdditiveTrend trend, SplitMix64 luck)
    {
        Array.Clear(_effects);
        bool knows = true;
        for (int j = 0; j < _history.Standing.Objectives && knows; j++)
        {
            knows = trend.Fit(j);
            for (int a = 0; a < _effects.Length && knows; a++)
            {
                _effects[a] = Math.Max(_effects[a], trend.Effect(a));
            }
        }

        for (int a = 0; a < _effects.Length && knows && _settings.InertWeight < 1; a++)
        {
            double share = Math.Min(1, _effects[a] / _settings.LiveEffect);
            _ratios.Weigh(a, (float)(_settings.InertWeight + ((1 - _settings.InertWeight) * share)));
        }

        double trust = knows && _settings.TrendTrust > 0 ? Trust(luck) : 0;
        if (trust > 0)
        {
            _draws = _settings.LiveDraws;
            _ratios.Lean(trend, (float)(trust * _settings.TrendTrust / trend.Deviation));
        }
    }

    // A quarter of the suggestions do without the trend, the others trust it more or less: it may be wrong where no curve of second
    // degree fits, and workers asking at once should not all be told the same.
    private static double Trust(SplitMix64 luck) => Math.Max(0, ((4 * luck.NextDouble()) - 1) / 3);

    private void DrawAroundDefaults(SplitMix64 luck)
    {
        _axes.Draw(luck, _best);
        _axes.Encode(_space.Defaults, _candidate);
        for (int a = 0; a < _best.Length; a++)
        {
            _best[a] = luck.NextDouble() < _settings.StartupKeep ? _candidate[a] : _best[a];
        }
    }

    // The best candidate, with axes redrawn one by one while it is a set already tried; a small space may hold no other.
    private ParameterSet Unknown(ImmutableArray<PendingTrial> pending, SplitMix64 luck)
    {
        ParameterSet best = _axes.Decode(_best);
        ParameterSet set = best;
        for (int attempt = 0; attempt < MostRedraws && _known.Contains(set, pending); attempt++)
        {
            int axis = luck.NextInt(_best.Length);
            _best[axis] = _axes[axis].Uniform(luck.NextDouble());
            set = _axes.Decode(_best);
        }

        return _known.Contains(set, pending) ? best : set;
    }

    // One place more than there are kernels: the prior. Kernels stand best first.
    private int Parent(SplitMix64 luck, int tournament)
    {
        int best = luck.NextInt(_kernels.Count + 1);
        for (int t = 1; t < tournament; t++)
        {
            best = Math.Min(best, luck.NextInt(_kernels.Count + 1));
        }

        return best;
    }

    private void Draw(bool mixes, SplitMix64 luck)
    {
        int first = Parent(luck, 1);
        int second = Parent(luck, 1);
        for (int a = 0; a < _candidate.Length; a++)
        {
            int kernel = mixes ? Parent(luck, _settings.Tournament) : (luck.NextUInt64() & 1) == 0 ? second : first;
            _candidate[a] = Draw(kernel, a, luck);
            for (int draw = 1; draw < _draws && _effects[a] is > 0 and < double.PositiveInfinity; draw++)
            {
                float other = Draw(Parent(luck, 1), a, luck);
                _candidate[a] = _ratios.At(a, other) > _ratios.At(a, _candidate[a]) ? other : _candidate[a];
            }
        }
    }

    private float Draw(int kernel, int axis, SplitMix64 luck) =>
        kernel < _kernels.Count ? _kernels.Draw(kernel, axis, luck) : _axes[axis].Uniform(luck.NextDouble());

    private double Score()
    {
        _axes.MarkLive(_candidate, _live);
        double score = 0;
        for (int a = 0; a < _candidate.Length; a++)
        {
            score += _live[a] ? _ratios.At(a, _candidate[a]) : 0;
        }

        return score;
    }
}
