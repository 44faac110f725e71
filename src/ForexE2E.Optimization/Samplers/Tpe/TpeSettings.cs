namespace ForexE2E.Optimization.Samplers.Tpe;

/// <summary>The dials of the tree-structured Parzen estimator; the defaults are the measured ones (docs/samplers.md).</summary>
public sealed record TpeSettings
{
    /// <summary>Answered trials before the model speaks; until then draws are uniform.</summary>
    public int StartupTrials { get; init; } = 5;

    /// <summary>Candidates scored for one suggestion.</summary>
    public int Candidates { get; init; } = 64;

    /// <summary>Share of the trials that count as good.</summary>
    public double GoodFraction { get; init; } = 0.1;

    /// <summary>How much the share varies from one suggestion to the next: by a factor of up to e to this, either way.</summary>
    public double GoodSpread { get; init; }

    /// <summary>Most trials that count as good with one objective.</summary>
    public int GoodCap { get; init; } = 25;

    /// <summary>Narrowest kernel, as a fraction of the range.</summary>
    public double LeastWidth { get; init; } = 0.01;

    /// <summary>Share of the axes a candidate takes from its second parent.</summary>
    public double Crossover { get; init; } = 0.5;

    /// <summary>Of four suggestions, those for which every axis draws a parent of its own, instead of two parents for all.</summary>
    public int MixedQuarters { get; init; } = 2;

    /// <summary>A parent is the best of this many drawn; 1 draws evenly.</summary>
    public int Tournament { get; init; } = 2;

    /// <summary>How much more the best good trial weighs than the middle one, 0 to 1; weights fall linearly.</summary>
    public double RankSlope { get; init; } = 0.9;

    /// <summary>Width of the smoothing of the other trials, in units of Silverman's rule.</summary>
    public double OthersWidth { get; init; } = 4;

    /// <summary>The measured dials for a number of objectives: several objectives have no order among the good, and profit from more mixing.</summary>
    public static TpeSettings For(int objectives) =>
        objectives == 1 ? new() : new() { StartupTrials = 10, Candidates = 256, MixedQuarters = 4, Tournament = 1, RankSlope = 0, OthersWidth = 0.9 };
}
