namespace ForexE2E.Host.Json;

/// <summary>What 'verify lookahead' prints.</summary>
/// <param name="LookAheadFound">Whether any component's output depends on the future.</param>
/// <param name="Cuts">Bars at which the future was taken away and changed.</param>
/// <param name="Verified">Components, in the order they were compared.</param>
/// <param name="Leaks">Every component and test that leaked, at its earliest bar.</param>
internal sealed record LookAheadDocument(
    DataDocument Data,
    SettingsDocument Settings,
    bool LookAheadFound,
    IReadOnlyList<CutDocument> Cuts,
    IReadOnlyList<VerifiedComponentDocument> Verified,
    IReadOnlyList<LeakDocument> Leaks,
    IReadOnlyList<ComponentDocument> Components,
    IReadOnlyList<string> Remarks) : Document("verify_lookahead");
