using Akka.Configuration;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Cluster.Persistence;
using ForexE2E.Cluster.Runs;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using Microsoft.Extensions.Logging;

namespace ForexE2E.Cluster.Nodes;

/// <summary>Who implements which port on a node, and how it is configured.</summary>
/// <param name="Hocon">The user's own settings; what they do not say comes from the role's file, then hocon/forexe2e.conf.</param>
/// <param name="CodeVersion">Version and commit of the program, for the records of runs.</param>
public sealed record NodeParts(NodeRole Role, IMarketData Data, IBacktestFactory Backtests, TimeProvider Time, Config Hocon, string CodeVersion)
{
    /// <summary>Remembers runs; coordinators need it, workers have none.</summary>
    public IRunStore? Store { get; init; }

    /// <summary>Remembers which runs are awake; without it, a run whose coordinator died wakes only when somebody speaks to it.</summary>
    public JournalAddress? Journal { get; init; }

    /// <summary>Who suggests, stops and chooses.</summary>
    public SearchMethods Methods { get; init; } = SearchMethods.Default;

    /// <summary>Where the actor system's log goes; null: nowhere.</summary>
    public ILoggerFactory? Logs { get; init; }
}
