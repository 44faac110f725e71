using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Runs.Json;

namespace ForexE2E.Storage.Runs.Rows;

/// <summary>Runs to rows and back.</summary>
internal static class RunRows
{
    public static RunRow RunOf(Run run, DateTime now) => new()
    {
        RunUuid = run.Id.ToString(),
        Symbol = run.Definition.Market.Symbol.Code,
        Timeframe = run.Definition.Market.Timeframe.ToString(),
        Method = ColumnText.Of(run.Definition.Method),
        RegimeMode = ColumnText.Of(run.Definition.RegimeMode),
        StartDate = Instants.ToColumn(run.Definition.From),
        EndDate = Instants.ToColumn(run.Definition.To),
        Trials = run.Definition.Trials,
        Status = ColumnText.Of(run.State),
        CreatedAt = Instants.ToColumn(run.CreatedAt),
        UpdatedAt = now,
        Notes = run.Definition.Notes,
    };

    public static RunDefinitionRow DefinitionOf(int runId, Run run) => new()
    {
        RunId = runId,
        DefinitionJson = StoredJson.Write(run.Definition),
        RecordJson = StoredJson.Write(run.Record),
        StopReason = run.StopReason,
    };

    public static Run ToRun(RunRow row, RunDefinitionRow definition, ImmutableSortedDictionary<TrialNumber, Trial> trials) => new()
    {
        Id = RunId.Parse(row.RunUuid),
        Definition = StoredJson.Read<RunDefinition>(definition.DefinitionJson),
        Record = StoredJson.Read<RunRecord>(definition.RecordJson),
        State = ColumnText.Parse<RunState>(row.Status),
        StopReason = definition.StopReason,
        Trials = trials,
        CreatedAt = Instants.FromColumn(row.CreatedAt),
    };

    public static RunSummary ToSummary(RunRow row, int finished) => new(
        RunId.Parse(row.RunUuid),
        new Market(Symbol.Parse(row.Symbol), Timeframe.Parse(row.Timeframe)),
        ColumnText.Parse<OptimizationMethod>(row.Method),
        ColumnText.Parse<RegimeMode>(row.RegimeMode),
        ColumnText.Parse<RunState>(row.Status),
        row.Trials,
        finished,
        row.BestSharpe,
        row.BestMaxDrawdown,
        Instants.FromColumn(row.CreatedAt),
        row.DurationSeconds,
        row.Notes);

    public static RunOutcome ToOutcome(RunRow row, RunDefinitionRow definition, IEnumerable<int> front) => new(
        ColumnText.Parse<RunState>(row.Status),
        definition.StopReason ?? "",
        definition.BestTrial is { } best ? new TrialNumber(best) : null,
        [.. front.Order().Select(n => new TrialNumber(n))],
        definition.ValidationsJson is { } json ? StoredJson.Read<ImmutableArray<ValidationResult>>(json) : [],
        TimeSpan.FromMicroseconds(definition.DurationMicroseconds ?? 0))
    {
        ByRegime = definition.RegimesJson is { } regimes ? StoredJson.Read<ImmutableArray<RegimeOutcome>>(regimes) : [],
    };
}
