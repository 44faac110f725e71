namespace ForexE2E.Host.Tests.Telemetry;

/// <summary>For tests that listen to the whole process: nothing else may run in it meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
