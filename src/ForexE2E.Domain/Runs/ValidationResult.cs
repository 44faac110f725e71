using ForexE2E.Domain.Trials;

namespace ForexE2E.Domain.Runs;

/// <summary>A parameter set measured once more, outside the search.</summary>
/// <param name="Subject">"best" or "defaults".</param>
/// <param name="Sample">"in_sample" or "out_of_sample".</param>
public sealed record ValidationResult(string Subject, string Sample, TrialResult Result);
