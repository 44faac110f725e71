namespace ForexE2E.Optimization.Samplers.Tpe;

/// <summary>The dials of the tree-structured Parzen estimator; the defaults are the measured ones.</summary>
public sealed record TpeSettings
{
    /// <summary>Answered trials before the model speaks; until then draws are uniform.</summary>
    public int StartupTrials { get; init; } = 10;

    /// <summary>Candidates scored for one suggestion.</summary>
    public int Candidates { get; init; } = 64;

    /// <summary>Share of the trials that count as good.</summary>
    public double GoodFraction { get; init; } = 0.1;

    /// <summary>Most trials that count as good with one objective.</summary>
    public int GoodCap { get; init; } = 25;

    /// <summary>Narrowest kernel, as a fraction of the range.</summary>
    public double LeastWidth { get; init; } = 0.01;

    /// <summary>Share of the axes a candidate takes from a second good trial.</summary>
    public double Crossover { get; init; } = 0.5;
}
