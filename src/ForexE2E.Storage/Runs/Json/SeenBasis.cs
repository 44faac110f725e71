using ForexE2E.Domain.Trials;

namespace ForexE2E.Storage.Runs.Json;

/// <summary>A stored trial and what its sampler had seen, on which a later trial's text may stand.</summary>
internal readonly record struct SeenBasis(int Number, TrialOrder Seen);
