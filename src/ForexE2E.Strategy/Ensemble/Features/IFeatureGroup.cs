namespace ForexE2E.Strategy.Ensemble.Features;

/// <summary>Features that are computed together, one value each a bar.</summary>
internal interface IFeatureGroup
{
    /// <summary>One name a value, in order.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Fills the values at the walk's bar from bars up to and including it; called once for every bar, in order.</summary>
    void Compute(BarWalk walk, Span<double> values);
}
