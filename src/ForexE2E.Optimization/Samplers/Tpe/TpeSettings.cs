namespace ForexE2E.Optimization.Samplers.Tpe;

/// <summary>The dials of the tree-structured Parzen estimator; the defaults are the measured ones (docs/samplers.md).</summary>
public sealed record TpeSettings
{
    private const int FewParameters = 20;

    /// <summary>Answered trials before the model speaks; until then draws are uniform around the defaults.</summary>
    public int StartupTrials { get; init; } = 5;

    /// <summary>Share of the axes that start-up draws leave at their defaults.</summary>
    public double StartupKeep { get; init; } = 0.6;

    /// <summary>Candidates scored for one suggestion.</summary>
    public int Candidates { get; init; } = 64;

    /// <summary>The good trials are this times the square root of all: a large share of few, a small share of many.</summary>
    public double GoodRoot { get; init; } = 1;

    /// <summary>Narrowest kernel, as a fraction of the range.</summary>
    public double LeastWidth { get; init; } = 0.01;

    /// <summary>Of four suggestions, those for which every axis draws a parent of its own, instead of two parents for all.</summary>
    public int MixedQuarters { get; init; } = 2;

    /// <summary>Such a parent is the best of this many drawn; 1 draws evenly.</summary>
    public int Tournament { get; init; } = 2;

    /// <summary>How much more the best good trial weighs than the middle one, 0 to 1; weights fall linearly.</summary>
    public double RankSlope { get; init; } = 0.9;

    /// <summary>Width of the smoothing of the other trials, in units of Silverman's rule.</summary>
    public double OthersWidth { get; init; } = 4;

    /// <summary>
    /// Weight of the additive trend against the density ratios: a candidate better by as much as the trend leaves unexplained gains up
    /// to this much. 0 does without, as over a front, where no single direction is better.
    /// </summary>
    public double TrendTrust { get; init; } = 10;

    /// <summary>How sparse the trend is, in units of the universal threshold: 1 takes hardly any inert axis for live. Taking some for live costs less than missing one.</summary>
    public double TrendPenalty { get; init; } = 0.2;

    /// <summary>On an axis that the trend finds live, a candidate takes the best of this many draws; on others, where the best would be chance, the first.</summary>
    public int LiveDraws { get; init; } = 2;

    /// <summary>Weight of the density ratios on an axis that the trends of all objectives find inert, 0 to 1; 1 does without screening.</summary>
    public double InertWeight { get; init; } = 1;

    /// <summary>An axis counts fully when it alone explains this deviation of the normal scores of an objective.</summary>
    public double LiveEffect { get; init; } = 0.2;

    /// <summary>
    /// The measured dials for a number of objectives and of varied parameters. Few parameters: more good trials, and no
    /// better of two draws, or one valley of several is taken too soon. Over a front the good trials lie apart, so more mixing
    /// pays, and where the others are must be known more sharply, or suggestions pile up where trials already are.
    /// </summary>
    public static TpeSettings For(int objectives, int parameters) => objectives == 1
        ? new() { GoodRoot = Math.Clamp(1.6 - (0.06 * (parameters - 10)), 1, 1.6), LiveDraws = parameters > FewParameters ? 2 : 1 }
        : new() { StartupTrials = 5, Candidates = 256, GoodRoot = 1.4, MixedQuarters = 4, Tournament = 1, RankSlope = 0.8, OthersWidth = 0.9, TrendTrust = 0, TrendPenalty = 0.4, LiveDraws = 1, InertWeight = 0.2, LiveEffect = 0.2 };
}
