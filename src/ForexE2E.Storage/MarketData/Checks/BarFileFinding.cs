namespace ForexE2E.Storage.MarketData.Checks;

/// <summary>One kind of fault or oddity in a bar file, however often it occurs.</summary>
/// <param name="Code">Stable name for machines, one of <see cref="FindingCodes"/>.</param>
/// <param name="Count">Occurrences.</param>
/// <param name="FirstLine">Line of the first occurrence, from 1; null when it is no single line.</param>
/// <param name="FirstStamp">Stamp of the first occurrence: UTC, or the file's own clock when the row was rejected before conversion; null when unknown.</param>
/// <param name="Explanation">What was seen.</param>
/// <param name="Remedy">What to do.</param>
public sealed record BarFileFinding(
    string Code, FindingSeverity Severity, long Count, int? FirstLine, DateTime? FirstStamp, string Explanation, string Remedy);
