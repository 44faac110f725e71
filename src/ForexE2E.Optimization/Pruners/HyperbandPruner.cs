using ForexE2E.Domain.Randomness;

namespace ForexE2E.Optimization.Pruners;

/// <summary>
/// Hyperband (Li et al. 2018): successive halving in several brackets, from early cuts to none. A trial's bracket follows from its
/// number alone. All brackets share one ledger, so that no bracket learns from a part of the trials only.
/// </summary>
public sealed class HyperbandPruner : IPruner
{
    private readonly SuccessiveHalvingPruner _halving;
    private readonly int _brackets;

    /// <param name="leastWindows">Windows before the first cut of the most aggressive bracket.</param>
    /// <param name="eta">One in eta goes on; 2 or more.</param>
    public HyperbandPruner(int objectives, int windows, int leastWindows = 5, int eta = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(leastWindows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(eta, 2);
        _brackets = 1;
        for (int rung = leastWindows * eta; rung < windows; rung *= eta)
        {
            _brackets++;
        }

        _halving = new SuccessiveHalvingPruner(objectives, windows, trial => leastWindows * (int)Math.Pow(eta, BracketOf(trial)), eta);
    }

    public WindowTally Tally => _halving.Tally;

    /// <summary>0 cuts first; each later bracket waits eta times as long.</summary>
    public int BracketOf(int trial) => new SplitMix64(SeedOf.Mix(0, (ulong)trial, 3)).NextInt(_brackets);

    public void Report(WindowReport report) => _halving.Report(report);

    public string? ReasonToPrune(int trial) => _halving.ReasonToPrune(trial);

    public void End(int trial, bool completed) => _halving.End(trial, completed);
}
