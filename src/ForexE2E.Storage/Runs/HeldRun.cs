using ForexE2E.Domain.Trials;

namespace ForexE2E.Storage.Runs;

/// <summary>What is known of a run whose row a transaction holds, so that none of it changes before the commit.</summary>
/// <param name="Id">The key other tables know it by.</param>
/// <param name="Epoch">How often it was taken.</param>
/// <param name="States">The states of those trials asked for that are stored, as the column spells them.</param>
internal sealed record HeldRun(int Id, int Epoch, IReadOnlyDictionary<TrialNumber, string> States);
