using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Models;
using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Storage.Runs.Json;

/// <summary>Generated readers and writers of the JSON columns.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(SymbolConverter), typeof(TimeframeConverter), typeof(DailyReturnConverter), typeof(DailyProfitConverter), typeof(ObjectiveSetConverter), typeof(TextsByNameConverter), typeof(TrialNumberConverter), typeof(RunIdConverter),
        typeof(SnakeCaseEnum<Component>), typeof(SnakeCaseEnum<OptimizationMethod>), typeof(SnakeCaseEnum<RegimeMode>),
        typeof(SnakeCaseEnum<SamplerKind>), typeof(SnakeCaseEnum<PruningMethod>),
        typeof(SnakeCaseEnum<SpreadModel>), typeof(SnakeCaseEnum<PriceSide>), typeof(SnakeCaseEnum<Direction>),
        typeof(SnakeCaseEnum<ObjectiveMetric>), typeof(SnakeCaseEnum<Regime>), typeof(SnakeCaseEnum<ModelKind>),
    ])]
[JsonSerializable(typeof(Stored<RunDefinition>))]
[JsonSerializable(typeof(Stored<RunRecord>))]
[JsonSerializable(typeof(Stored<TrialResult>))]
[JsonSerializable(typeof(Stored<WindowResult>))]
[JsonSerializable(typeof(Stored<ImmutableArray<ValidationResult>>))]
[JsonSerializable(typeof(Stored<ImmutableArray<RegimeOutcome>>))]
[JsonSerializable(typeof(ImmutableArray<Objective>))]
internal sealed partial class RunJsonContext : JsonSerializerContext;
