namespace ForexE2E.Domain.Deployments;

/// <summary>How a deployment chooses its parameter set.</summary>
public enum DeploymentMode
{
    Global,
    PerRegime,
    Manual,
}
