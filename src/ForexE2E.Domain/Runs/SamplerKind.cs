namespace ForexE2E.Domain.Runs;

/// <summary>The algorithm that suggests parameter sets, where a run names it; else it follows from the <see cref="OptimizationMethod"/>.</summary>
public enum SamplerKind
{
    /// <summary>TPE on all objectives; NSGA-II breeds every other trial from the 500th on.</summary>
    Auto,

    /// <summary>Tree-structured Parzen estimator on the single score.</summary>
    Tpe,

    /// <summary>NSGA-II on all objectives.</summary>
    Nsga2,

    /// <summary>Separable CMA-ES on the single score.</summary>
    Cmaes,

    /// <summary>Independent uniform draws.</summary>
    Random,
}
