using System.CommandLine;
using ForexE2E.Domain.Markets;
using Symbol = ForexE2E.Domain.Markets.Symbol;

namespace ForexE2E.Host.Options;

/// <summary>Where market data comes from: files, or a generated market without --bars.</summary>
internal sealed class DataOptions : OptionGroup
{
    private readonly Option<string?> _bars;
    private readonly Option<PairSource[]> _pairs;
    private readonly Option<string?> _vix;
    private readonly Option<string?> _sentiment;
    private readonly Option<string?> _news;
    private readonly Option<string?> _timeZone;
    private readonly Option<PriceSide?> _side;
    private readonly Option<ulong> _marketSeed;
    private readonly Option<bool> _allowSuspect;
    private readonly Option<string?> _models;

    public DataOptions()
        : base("Data")
    {
        _bars = Add<string?>("--bars", "FILE", "Bar file of the traded pair; without it the market is generated (synthetic, not a real market)", OptionValue.Text, null);
        _pairs = AddMany("--bars-for", "PAIR=FILE", "Bar file of another pair; may be repeated", Pair);
        _vix = Add<string?>("--vix", "FILE", "Daily VIX closes", OptionValue.Text, null);
        _sentiment = Add<string?>("--sentiment", "FILE", "Weekly positioning (COT)", OptionValue.Text, null);
        _news = Add<string?>("--news", "FILE", "News items with their tone (published_utc,score)", OptionValue.Text, null);
        _timeZone = Add<string?>("--time-zone", "ZONE", "Clock of the bar file's stamps, such as UTC or America/New_York [default: the format's own rule]", OptionValue.Text, null);
        _side = Add<PriceSide?>("--price-side", "SIDE", "Which price the bars are: bid, mid or ask [default: the format's own rule]", t => Side(t), null);
        _marketSeed = Add("--market-seed", "N", "Seed of the generated market [default: 1]", OptionValue.Seed, 1UL);
        _models = Add<string?>("--models", "FOLDER", "Learned models to use (see 'models train') [default: those shipped with the program]", OptionValue.Text, null);
        _allowSuspect = AddSwitch("--allow-suspect-bars", "Use bars that carry later prices (see 'data check') all the same");
    }

    public DataSources Read(ParseResult parsed) => new()
    {
        Bars = Full(parsed.GetValue(_bars)),
        Pairs = [.. parsed.GetValue(_pairs) ?? []],
        Vix = Full(parsed.GetValue(_vix)),
        Sentiment = Full(parsed.GetValue(_sentiment)),
        News = Full(parsed.GetValue(_news)),
        TimeZone = parsed.GetValue(_timeZone),
        Side = parsed.GetValue(_side),
        SyntheticSeed = parsed.GetValue(_marketSeed),
        AllowSuspectBars = parsed.GetValue(_allowSuspect),
        Models = Full(parsed.GetValue(_models)),
    };

    /// <exception cref="FormatException">Neither bid, mid nor ask.</exception>
    internal static PriceSide Side(string text) => OptionValue.OneOf(text, ("bid", PriceSide.Bid), ("mid", PriceSide.Mid), ("ask", PriceSide.Ask));

    private static PairSource Pair(string text)
    {
        KeyValuePair<string, string> pair = OptionValue.Assignment(text);
        return new PairSource(Symbol.Parse(pair.Key), Path.GetFullPath(pair.Value));
    }

    // A stored run must find its files from any working folder.
    private static string? Full(string? path) => string.IsNullOrWhiteSpace(path) ? path : Path.GetFullPath(path);
}
