using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Models;
using ForexE2E.Storage.MarketData.Checks;
using ForexE2E.Storage.MarketData.Series;
using ForexE2E.Storage.Models;

namespace ForexE2E.Storage.MarketData;

/// <summary>
/// Market data from files the user names, or a generated market when none is named. Keeps what it read as long as the files
/// do not change, bounded in number; safe for many callers at once. Models are read with every load: they are small.
/// </summary>
/// <param name="models">Where models come from.</param>
public sealed class MarketDataFiles(IModelFiles models) : IMarketData, IDisposable
{
    private const int SeriesKept = 16;
    private const int SetsKept = 4;

    /// <summary>Generated bars before the span: about three months, enough for any indicator to settle.</summary>
    private static readonly TimeSpan GeneratedWarmUp = TimeSpan.FromDays(90);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly RecentlyUsed<(FileStamp, Market, BarFileOptions), BarSeries> _series = new(SeriesKept);
    private readonly RecentlyUsed<(string Key, DateTime To), Domain.Markets.MarketData> _sets = new(SetsKept);

    /// <summary>With the models beside the program.</summary>
    public MarketDataFiles()
        : this(new ModelFiles())
    {
    }

    /// <inheritdoc/>
    public async Task<Domain.Markets.MarketData> Load(Market market, DataSources sources, DateTime from, DateTime to, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sources);
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => LoadNow(market, sources, from, to), cancellation).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private Domain.Markets.MarketData LoadNow(Market market, DataSources sources, DateTime from, DateTime to)
    {
        if (from >= to)
        {
            throw new MarketDataException(FormattableString.Invariant($"The span from {from:yyyy-MM-dd HH:mm} to {to:yyyy-MM-dd HH:mm} is empty. Let the start lie before the end."));
        }

        Domain.Markets.MarketData data = _sets.GetOrAdd((KeyOf(market, sources, from), to), () =>
            sources.IsSynthetic ? Generate(market, sources, from, to) : Read(market, sources, to));
        RefuseEmptySpan(data.Bars, sources, from, to);
        ModelSet set = models.Load(sources.Models);
        return data with { Models = set, Hash = MarketDataHash.With(data.Hash, set.Hash) };
    }

    private Domain.Markets.MarketData Read(Market market, DataSources sources, DateTime to)
    {
        var options = new BarFileOptions { TimeZone = sources.TimeZone, Side = sources.Side, AllowSuspectBars = sources.AllowSuspectBars };
        BarSeries bars = Before(BarsOf(sources.Bars!, market, options), to);
        if (bars.Timeframe > market.Timeframe || market.Timeframe.Minutes % bars.Timeframe.Minutes != 0)
        {
            throw new MarketDataException(
                $"{sources.Bars} holds bars of {bars.Timeframe}, from which {market.Timeframe} cannot be made. Pass --timeframe {bars.Timeframe}, or name a file with finer bars.");
        }

        // A zone named for the bar file also serves pair files that cannot tell theirs.
        var pairOptions = new BarFileOptions { FallbackTimeZone = sources.TimeZone, AllowSuspectBars = sources.AllowSuspectBars };
        ImmutableArray<BarSeries> pairs =
            [.. sources.Pairs.Select(p => Before(BarsOf(p.File, new Market(p.Symbol, market.Timeframe), pairOptions), to))];
        PublishedSeries? vix = sources.Vix is null ? null : VixFile.Read(sources.Vix);
        PublishedSeries? sentiment = sources.Sentiment is null ? null : PositioningFile.Read(sources.Sentiment);
        PublishedSeries? news = sources.News is null ? null : NewsFile.Read(sources.News);
        return Together(bars, pairs, Before(vix, to), Before(sentiment, to), Before(news, to));
    }

    /// <summary>All bars of a file, resampled to the market's timeframe when they are finer.</summary>
    private BarSeries BarsOf(string path, Market market, BarFileOptions options) =>
        _series.GetOrAdd((FileStamp.Of(path), market, options), () =>
        {
            BarFile file = BarFileReader.ReadFile(path, market.Symbol, options);
            BarSeries bars = file.Series;
            if (!options.AllowSuspectBars && file.Notes.FirstOrDefault(n => n.Code == FindingCodes.ImplausiblePrices) is { } strange)
            {
                throw new MarketDataException(BarFileReader.Message(path, strange));
            }

            if (!options.AllowSuspectBars && BarFileCheck.LookAheadOf(bars) is { } suspect)
            {
                string line = FormattableString.Invariant($"{path}, bar at {bars.StartOf(suspect.FirstIndex):yyyy-MM-dd HH:mm}Z");
                throw new MarketDataException($"{line}: {BarFileCheck.Describe(suspect)}. {FindingCodes.RemedyOf(FindingCodes.LookAhead)}");
            }

            bool canResample = bars.Timeframe < market.Timeframe && market.Timeframe.Minutes % bars.Timeframe.Minutes == 0;
            return canResample ? Resample(path, bars, market.Timeframe) : bars;
        });

    private static BarSeries Resample(string path, BarSeries bars, Timeframe timeframe)
    {
        try
        {
            return Resampling.Resample(bars, timeframe);
        }
        catch (ArgumentException e)
        {
            throw new MarketDataException($"{path}: {e.Message} Pass --timeframe {bars.Timeframe}, or name a file with finer bars.", e);
        }
    }

    private static Domain.Markets.MarketData Generate(Market market, DataSources sources, DateTime from, DateTime to)
    {
        if (!sources.Pairs.IsEmpty || sources.Vix is not null || sources.Sentiment is not null || sources.News is not null)
        {
            throw new MarketDataException(
                "Files of pairs, VIX, sentiment or news were named, but no bar file: generated bars do not go with real ones. Name a bar file with --bars, or leave the others out.");
        }

        try
        {
            SyntheticMarketData made = SyntheticMarket.Generate(market, from - GeneratedWarmUp, to, sources.SyntheticSeed);
            return Together(made.Bars, made.Pairs, Before(made.Vix, to), Before(made.Sentiment, to), Before(made.News, to));
        }
        catch (ArgumentException e)
        {
            throw new MarketDataException(e.Message, e);
        }
    }

    private static Domain.Markets.MarketData Together(BarSeries bars, ImmutableArray<BarSeries> pairs, PublishedSeries? vix, PublishedSeries? sentiment, PublishedSeries? news) =>
        new(bars, pairs, vix, sentiment, MarketDataHash.Of(bars, pairs, vix, sentiment, news)) { News = news };

    private static BarSeries Before(BarSeries bars, DateTime to)
    {
        int count = bars.IndexAtOrAfter(to);
        return count == bars.Count ? bars : bars.Truncate(count);
    }

    private static PublishedSeries? Before(PublishedSeries? series, DateTime to)
    {
        if (series is null)
        {
            return null;
        }

        int count = series.IndexBefore(to) + 1;
        return count == series.Count ? series : new PublishedSeries(series.Name, series.Published[..count].ToArray(), series.Values[..count].ToArray());
    }

    private static void RefuseEmptySpan(BarSeries bars, DataSources sources, DateTime from, DateTime to)
    {
        if (bars.IndexAtOrAfter(from) < bars.Count)
        {
            return;
        }

        string held = bars.Count == 0 ? "all of its bars lie later" : FormattableString.Invariant($"before that it ends at {bars.EndOf(bars.Count - 1):yyyy-MM-dd HH:mm}");
        throw new MarketDataException(FormattableString.Invariant(
            $"{sources.Bars ?? "The generated market"} has no bar from {from:yyyy-MM-dd HH:mm} to {to:yyyy-MM-dd HH:mm}: {held}. Choose --from and --to inside of the file's span."));
    }

    /// <summary>Everything that decides the content, apart from the end.</summary>
    private static string KeyOf(Market market, DataSources sources, DateTime from)
    {
        IEnumerable<string?> files = sources.Pairs.Select(p => p.File).Append(sources.News).Prepend(sources.Sentiment).Prepend(sources.Vix).Prepend(sources.Bars);
        string stamps = string.Join('|', files.Select(f => f is null ? "-" : FileStamp.Of(f).ToString()));
        string symbols = string.Join(',', sources.Pairs.Select(p => p.Symbol.Code));
        string generated = sources.IsSynthetic ? FormattableString.Invariant($"{sources.SyntheticSeed}|{from.Ticks}") : "";
        return FormattableString.Invariant($"{market}|{stamps}|{symbols}|{sources.TimeZone}|{sources.Side}|{sources.AllowSuspectBars}|{generated}");
    }
}
