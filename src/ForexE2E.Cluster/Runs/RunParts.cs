namespace ForexE2E.Cluster.Runs;

/// <summary>What coordinators are made with.</summary>
/// <param name="CodeVersion">Version of the program, for the run's record.</param>
public sealed record RunParts(RunPlaces Places, RunSettings Settings, SearchMethods Methods, TimeProvider Time, string CodeVersion);
