namespace ForexE2E.Domain.Trials;

/// <summary>A window of a trial is done.</summary>
public readonly record struct TrialWindow(TrialNumber Number, WindowResult Window);
