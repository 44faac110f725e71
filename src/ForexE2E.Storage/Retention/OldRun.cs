namespace ForexE2E.Storage.Retention;

/// <summary>A run older than the time runs are kept.</summary>
/// <param name="RunId">Its id.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="Status">As its row says: completed, stopped or failed; a running one is never archived.</param>
/// <param name="Trials">Trials stored with it.</param>
/// <param name="OffersParameters">
/// Whether regime_parameters refers to it: then its row and the trials it offers stay, since that table is kept for ever.
/// </param>
public sealed record OldRun(string RunId, DateTime CreatedAt, string Status, int Trials, bool OffersParameters);
