using System.CommandLine;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>The option groups that optimising and backtesting share, read into one definition.</summary>
internal sealed class DefinitionOptions(double outOfSample)
{
    private static readonly DateTime GeneratedFrom = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime GeneratedTo = new(2024, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    public MarketOptions Market { get; } = new();

    public DataOptions Data { get; } = new();

    public ComponentOptions Components { get; } = new();

    public WalkForwardOptions WalkForward { get; } = new(outOfSample);

    public CostOptions Costs { get; } = new();

    public AccountOptions Account { get; } = new();

    /// <summary>The definition; a span end that was not said is asked of the bars.</summary>
    /// <exception cref="CommandException">A value is out of range or contradicts another.</exception>
    /// <exception cref="MarketDataException">The span had to be read from the bar file and could not.</exception>
    public async Task<RunDefinition> Read(ParseResult parsed, IMarketData bars, CancellationToken cancellation)
    {
        RunDefinition span = await ReadSpan(parsed, Market, Data, WalkForward, bars, cancellation);
        return span with
        {
            Costs = Costs.Read(parsed),
            Account = Account.Read(parsed),
            Components = Components.Read(parsed) ?? (span.Data.Models is null ? ComponentNames.Usual : ComponentNames.ParseList("all")),
        };
    }

    /// <summary>Market, data, span and rhythm alone, for commands that trade nothing.</summary>
    /// <exception cref="CommandException">A value is out of range or contradicts another.</exception>
    /// <exception cref="MarketDataException">The span had to be read from the bar file and could not.</exception>
    public static async Task<RunDefinition> ReadSpan(
        ParseResult parsed, MarketOptions market, DataOptions data, WalkForwardOptions walkForward, IMarketData bars, CancellationToken cancellation)
    {
        DataSources sources = data.Read(parsed);
        (DateTime from, DateTime to) = await Span(parsed, market, sources, bars, cancellation);
        return new RunDefinition { Market = market.Market(parsed), From = from, To = to, Data = sources, WalkForward = walkForward.Read(parsed) };
    }

    /// <summary>The span of a generated market, with the usual days where the user said none.</summary>
    public static (DateTime From, DateTime To) GeneratedSpan(DateTime? from, DateTime? to) => (from ?? GeneratedFrom, to ?? GeneratedTo);

    private static async Task<(DateTime From, DateTime To)> Span(
        ParseResult parsed, MarketOptions market, DataSources sources, IMarketData data, CancellationToken cancellation)
    {
        (DateTime? from, DateTime? to) = (market.From(parsed), market.To(parsed));
        if (from >= to)
        {
            throw new CommandException(ExitCode.WrongUsage, FormattableString.Invariant(
                $"The span's start must lie before its end: --from {from:yyyy-MM-dd} is after --to {to?.AddTicks(-1):yyyy-MM-dd}."));
        }

        if (sources.IsSynthetic)
        {
            return GeneratedSpan(from, to);
        }

        if (from is not null && to is not null)
        {
            return (from.Value, to.Value);
        }

        BarSeries bars = (await data.Load(market.Market(parsed), sources, from ?? DateTime.UnixEpoch, to ?? DateTime.UnixEpoch.AddYears(130), cancellation)).Bars;
        return bars.Count == 0
            ? throw new CommandException(ExitCode.BadData, $"{sources.Bars} holds no bar in the span. 'forexe2e data check' shows what it holds.")
            : (from ?? bars.StartOf(0), to ?? bars.EndOf(bars.Count - 1));
    }
}
