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

/// <summary>A fit of the model and the span it says something about.</summary>
/// <param name="Fitted">False when its train span had too few blocks: every bar of it is ranging and not in the path.</param>
internal sealed record RegimeWindowDocument(int Index, DateTime TrainFrom, DateTime TrainTo, DateTime From, DateTime To, bool Fitted);

/// <summary>One point of the filtered path.</summary>
/// <param name="Time">Start of the bar at whose close it is known, UTC.</param>
/// <param name="KnownAt">Close of that bar, UTC.</param>
/// <param name="InTrain">Whether the bar lies in the span its model was fitted on (first window only).</param>
internal sealed record RegimePointDocument(
    DateTime Time, DateTime KnownAt, string Regime, double TrendingUp, double TrendingDown, double Ranging, double Volatile, int Window, bool InTrain);

/// <summary>How often the filtered regime was the true one, over bars after the train span of their model.</summary>
/// <param name="Bars">Bars compared.</param>
/// <param name="Accuracy">Share of bars whose regime was right.</param>
/// <param name="MostFrequent">Accuracy of always saying the most frequent true state.</param>
/// <param name="Confusion">True state, then said regime, then bars.</param>
internal sealed record RegimeScoreDocument(
    int Bars, double? Accuracy, double? MostFrequent, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Confusion);
