namespace ForexE2E.Domain.Trials;

/// <summary>A trial was begun for so many times.</summary>
/// <param name="Attempt">From 1.</param>
public readonly record struct TrialAttempt(TrialNumber Number, int Attempt);
