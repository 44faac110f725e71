namespace ForexE2E.Host.Json;

/// <summary>What 'regimes' prints.</summary>
/// <param name="Fit">walk_forward: anew for each window; once: on the first train days.</param>
/// <param name="BlockBars">Bars of a block, the rhythm of the model.</param>
/// <param name="Shares">Share of the path in each regime, 0 to 1.</param>
/// <param name="MeanStayBars">Mean length of a stay in each regime, in bars.</param>
/// <param name="Score">Against true states; null without --states.</param>
internal sealed record RegimesDocument(
    DataDocument Data,
    string Fit,
    int TrainDays,
    int BlockBars,
    IReadOnlyList<RegimeWindowDocument> Windows,
    IReadOnlyDictionary<string, double> Shares,
    IReadOnlyDictionary<string, double?> MeanStayBars,
    RegimeScoreDocument? Score,
    IReadOnlyList<RegimePointDocument> Path,
    IReadOnlyList<string> Remarks) : Document("regimes");
