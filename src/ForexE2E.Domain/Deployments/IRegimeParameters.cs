using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Domain.Deployments;

/// <summary>Port: the parameter sets in force (specification 4.6.3).</summary>
public interface IRegimeParameters
{
    /// <summary>The active set of a market and regime, else the market's active global set; null when neither is active.</summary>
    /// <exception cref="RunStoreException">The store could not be read, or holds a set this program does not know.</exception>
    Task<ActiveParameters?> FindActive(Market market, Regime regime, CancellationToken cancellation);
}
