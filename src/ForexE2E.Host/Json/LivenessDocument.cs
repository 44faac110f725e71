namespace ForexE2E.Host.Json;

/// <summary>What 'parameters liveness' prints.</summary>
/// <param name="Windows">Windows traded.</param>
/// <param name="DefaultTrades">Trades of the defaults over them.</param>
/// <param name="BasePoints">Where changes were tried from, in this order.</param>
internal sealed record LivenessDocument(
    DataDocument Data,
    SettingsDocument Settings,
    int Windows,
    int DefaultTrades,
    IReadOnlyList<ComponentDocument> Components,
    IReadOnlyList<BasePointDocument> BasePoints,
    IReadOnlyList<ParameterLivenessDocument> Parameters,
    LivenessCountDocument Summary,
    IReadOnlyList<string> Remarks) : Document("parameters_liveness");
