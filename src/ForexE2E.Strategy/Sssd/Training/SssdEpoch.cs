namespace ForexE2E.Strategy.Sssd.Training;

/// <summary>One pass over the examples.</summary>
/// <param name="Number">From 1.</param>
/// <param name="TrainLoss">Mean squared error of the velocity; about 1 for one who knows nothing.</param>
/// <param name="ValidationLoss">The same on bars held back, with noise that is the same in every pass.</param>
/// <param name="IsBest">Whether none before was better.</param>
public sealed record SssdEpoch(int Number, int Planned, double TrainLoss, double ValidationLoss, bool IsBest);
