using Akka.Configuration;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Cluster.Runs;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using Microsoft.Extensions.Logging;

namespace ForexE2E.Cluster.Embedded;

/// <summary>Who implements which port in an embedded cluster.</summary>
/// <param name="Hocon">The user's own settings; what they do not say comes from hocon/embedded.conf, then hocon/forexe2e.conf.</param>
/// <param name="Slots">Backtests computed at once, 1 to 1024; usually the number of cores.</param>
/// <param name="CodeVersion">Version and commit of the program, for the run's record.</param>
public sealed record ClusterParts(
    IRunStore Store,
    IMarketData Data,
    IBacktestFactory Backtests,
    TimeProvider Time,
    Config Hocon,
    int Slots,
    string CodeVersion)
{
    /// <summary>Who suggests, stops and chooses; tests may choose otherwise.</summary>
    public SearchMethods Methods { get; init; } = SearchMethods.Default;

    /// <summary>Where warnings and errors go; null: nowhere. Nothing is ever written to the console.</summary>
    public ILoggerFactory? Logs { get; init; }
}
