using System.Text.Json.Nodes;
using ForexE2E.Domain.Performance;

namespace ForexE2E.Host.Json;

/// <summary>What 'run best' prints; 'backtest --parameters' takes it as it is.</summary>
/// <param name="Trial">Null in a per-regime run, as are <paramref name="Score"/> and <paramref name="Parameters"/>.</param>
/// <param name="Metrics">In sample: of the trial, or of all regimes' sets together once that is measured.</param>
/// <param name="Regimes">The same by the regime at entry.</param>
/// <param name="BestByRegime">The set of each regime in a per-regime run; otherwise empty.</param>
/// <param name="Plateau">How its neighbourhood looks; null with too few trials, and in a per-regime run ('run pareto' has it for each regime).</param>
/// <param name="Ended">False while the run goes on: then it is the best so far.</param>
internal sealed record RunBestDocument(
    string RunId,
    string Symbol,
    string Timeframe,
    bool Ended,
    int? Trial,
    double? Score,
    JsonObject? Parameters,
    PerformanceMetrics? Metrics,
    IReadOnlyList<RegimeDocument> Regimes,
    IReadOnlyList<RegimeBestDocument> BestByRegime,
    IReadOnlyList<ValidationDocument> Validations,
    PlateauDocument? Plateau) : Document("run_best");
