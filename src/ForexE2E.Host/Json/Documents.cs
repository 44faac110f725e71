using System.Text.Json.Serialization;

namespace ForexE2E.Host.Json;

/// <summary>The generated serializers of all documents.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(OptimizeDocument))]
[JsonSerializable(typeof(BacktestDocument))]
[JsonSerializable(typeof(RuleDocument))]
[JsonSerializable(typeof(ReplayDocument))]
[JsonSerializable(typeof(RunListDocument))]
[JsonSerializable(typeof(RunShowDocument))]
[JsonSerializable(typeof(RunBestDocument))]
[JsonSerializable(typeof(RunStopDocument))]
[JsonSerializable(typeof(ImportanceDocument))]
[JsonSerializable(typeof(ParetoDocument))]
[JsonSerializable(typeof(HistoryDocument))]
[JsonSerializable(typeof(DataCheckDocument))]
[JsonSerializable(typeof(BarFileDocument))]
[JsonSerializable(typeof(SchemaDocument))]
[JsonSerializable(typeof(ParametersDocument))]
[JsonSerializable(typeof(PortfolioDocument))]
[JsonSerializable(typeof(FrontierDocument))]
[JsonSerializable(typeof(BackupDocument))]
[JsonSerializable(typeof(BackupPruneDocument))]
[JsonSerializable(typeof(RetentionDocument))]
[JsonSerializable(typeof(AuditDocument))]
[JsonSerializable(typeof(DatabaseStatusDocument))]
internal sealed partial class Documents : JsonSerializerContext;
