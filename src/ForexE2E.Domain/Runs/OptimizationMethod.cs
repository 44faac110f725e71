namespace ForexE2E.Domain.Runs;

/// <summary>The family of samplers a run uses.</summary>
public enum OptimizationMethod
{
    /// <summary>Tree-structured Parzen estimator.</summary>
    Bayesian,

    /// <summary>NSGA-II.</summary>
    Genetic,

    /// <summary>Independent uniform draws: the baseline every sampler must beat.</summary>
    Random,
}
