using System.Text.Json.Nodes;
using ForexE2E.Domain.Performance;

namespace ForexE2E.Host.Json;

/// <summary>What 'backtest' prints for the strategy.</summary>
/// <param name="Windows">Windows that were run.</param>
/// <param name="OutOfSample">Over the windows held back with --out-of-sample; null without.</param>
/// <param name="Regimes">The metrics by the regime in force at entry.</param>
/// <param name="OutOfSampleRegimes">The same of the windows held back; empty without.</param>
/// <param name="Parameters">Null when each regime has its own set.</param>
/// <param name="ParametersByRegime">The set of each regime; null when one serves all.</param>
/// <param name="Trades">File the trade list was written to; null for none.</param>
internal sealed record BacktestDocument(
    DataDocument Data,
    SettingsDocument Settings,
    int Windows,
    PerformanceMetrics Metrics,
    PerformanceMetrics? OutOfSample,
    IReadOnlyList<RegimeDocument> Regimes,
    IReadOnlyList<RegimeDocument> OutOfSampleRegimes,
    IReadOnlyList<ComponentDocument> Components,
    JsonObject? Parameters,
    JsonObject? ParametersByRegime,
    IReadOnlyList<string> Remarks,
    string? Trades) : Document("backtest");
