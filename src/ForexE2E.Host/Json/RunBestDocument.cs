using System.Text.Json.Nodes;
using ForexE2E.Domain.Performance;

namespace ForexE2E.Host.Json;

/// <summary>What 'run best' prints; 'backtest --parameters' takes it as it is.</summary>
/// <param name="Metrics">In sample, as the trial earned them.</param>
/// <param name="Plateau">How its neighbourhood looks; null with too few trials.</param>
/// <param name="Ended">False while the run goes on: then it is the best so far.</param>
internal sealed record RunBestDocument(
    string RunId,
    string Symbol,
    string Timeframe,
    bool Ended,
    int Trial,
    double? Score,
    JsonObject Parameters,
    PerformanceMetrics Metrics,
    IReadOnlyList<ValidationDocument> Validations,
    PlateauDocument? Plateau) : Document("run_best");
