using ForexE2E.Domain.Performance;

namespace ForexE2E.Host.Json;

/// <summary>What 'backtest --run ID --trial N' prints: a stored trial computed anew.</summary>
/// <param name="Identical">Whether every figure is the same to the last digit.</param>
/// <param name="Differences">What differs; empty when identical.</param>
/// <param name="SameData">Whether the market data are those the run saw, by hash.</param>
/// <param name="Windows">Windows computed anew: all, or those that ran before the trial was given up.</param>
/// <param name="Pruned">Whether the trial was given up early; then only the windows that ran are compared.</param>
/// <param name="Reason">Why it was given up.</param>
/// <param name="WindowsATrial">Windows of a whole trial.</param>
internal sealed record ReplayDocument(
    string RunId,
    int Trial,
    bool Identical,
    bool SameData,
    IReadOnlyList<string> Differences,
    int Windows,
    PerformanceMetrics? Stored,
    PerformanceMetrics Replayed,
    bool Pruned,
    string? Reason,
    int WindowsATrial) : Document("replay");
