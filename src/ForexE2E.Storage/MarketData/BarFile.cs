using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData.Checks;

namespace ForexE2E.Storage.MarketData;

/// <summary>A bar file that was read without an error.</summary>
/// <param name="Format">Name of the recognised format.</param>
/// <param name="TimeZone">Name of the clock its stamps were read in.</param>
/// <param name="Notes">What was odd, dropped or assumed on the way.</param>
public sealed record BarFile(BarSeries Series, string Format, string TimeZone, ImmutableArray<BarFileFinding> Notes);
