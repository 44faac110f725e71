using ForexE2E.Storage.MarketData.Checks;

namespace ForexE2E.Host.Json;

/// <summary>One kind of fault or oddity in a bar file.</summary>
/// <param name="Severity">error, warning or info.</param>
/// <param name="FirstLine">From 1; null when it is no single line.</param>
internal sealed record FindingDocument(string Code, string Severity, long Count, int? FirstLine, DateTime? FirstStamp, string Explanation, string Remedy)
{
    public static FindingDocument Of(BarFileFinding f) => new(f.Code, Words.Of(f.Severity), f.Count, f.FirstLine, f.FirstStamp, f.Explanation, f.Remedy);
}
