using System.CommandLine;

namespace ForexE2E.Host.Options;

/// <summary>Which generated market, and what of it is written besides the bars.</summary>
internal sealed class GenerateOptions : OptionGroup
{
    private readonly Option<ulong> _seed;
    private readonly Option<double> _moves;
    private readonly Option<string?> _states;
    private readonly Option<string?> _vix;
    private readonly Option<string?> _sentiment;
    private readonly Option<string?> _news;
    private readonly Option<string?> _pairs;

    public GenerateOptions()
        : base("Generator")
    {
        _seed = Add("--seed", "N", "All luck of the market comes from it [default: 1]", OptionValue.Seed, 1UL);
        _moves = Add("--moves", "FACTOR", "Scale of all moves, 0.1 to 10 [default: 1]", OptionValue.Number, 1.0);
        _states = Add<string?>("--states", "FILE", "Also write the hidden regime of each bar, to score 'regimes' with", OptionValue.Text, null);
        _vix = Add<string?>("--vix", "FILE", "Also write the generated VIX", OptionValue.Text, null);
        _sentiment = Add<string?>("--sentiment", "FILE", "Also write the generated positioning reports", OptionValue.Text, null);
        _news = Add<string?>("--news", "FILE", "Also write the generated news", OptionValue.Text, null);
        _pairs = Add<string?>("--pairs", "FOLDER", "Also write the five other pairs, as PAIR.csv.gz", OptionValue.Text, null);
    }

    public ulong Seed(ParseResult parsed) => parsed.GetValue(_seed);

    public double Moves(ParseResult parsed) => parsed.GetValue(_moves);

    /// <summary>Null, here and below: not wanted.</summary>
    public string? States(ParseResult parsed) => parsed.GetValue(_states);

    public string? Vix(ParseResult parsed) => parsed.GetValue(_vix);

    public string? Sentiment(ParseResult parsed) => parsed.GetValue(_sentiment);

    public string? News(ParseResult parsed) => parsed.GetValue(_news);

    public string? Pairs(ParseResult parsed) => parsed.GetValue(_pairs);
}
