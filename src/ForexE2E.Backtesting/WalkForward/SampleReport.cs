using System.Collections.Immutable;
using ForexE2E.Domain.Performance;

namespace ForexE2E.Backtesting.WalkForward;

/// <summary>A parameter set on a sample: its windows in order of time, their joined metrics, and the trades by regime.</summary>
public sealed record SampleReport(
    ImmutableArray<WindowRun> Windows, PerformanceMetrics Metrics, ImmutableArray<RegimePerformance> ByRegime);
