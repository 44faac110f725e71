using ForexE2E.Domain.Runs;

namespace ForexE2E.Host.Json;

/// <summary>One line of the list of runs.</summary>
internal sealed record RunLineDocument(
    string Id,
    string Symbol,
    string Timeframe,
    string Method,
    string RegimeMode,
    string State,
    int TrialsPlanned,
    int TrialsFinished,
    double? BestSharpe,
    double? BestMaxDrawdownPct,
    DateTime CreatedAt,
    int? DurationSeconds,
    string? Notes)
{
    public static RunLineDocument Of(RunSummary run) => new(
        run.Id.ToString(),
        run.Market.Symbol.Code,
        run.Market.Timeframe.ToString(),
        Words.Of(run.Method),
        Words.Of(run.RegimeMode),
        Words.Of(run.State),
        run.Trials,
        run.Finished,
        run.BestSharpe,
        run.BestMaxDrawdownPct,
        run.CreatedAt,
        run.DurationSeconds,
        run.Notes);
}
