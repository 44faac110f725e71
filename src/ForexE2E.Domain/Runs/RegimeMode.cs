namespace ForexE2E.Domain.Runs;

/// <summary>Whether one parameter set serves all regimes or each has its own.</summary>
public enum RegimeMode
{
    Global,
    PerRegime,
}
