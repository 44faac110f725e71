using System.CommandLine;
using ForexE2E.Domain.Markets;
using Symbol = ForexE2E.Domain.Markets.Symbol;

namespace ForexE2E.Host.Options;

/// <summary>Which market, over which span.</summary>
internal sealed class MarketOptions : OptionGroup
{
    private readonly Option<Symbol> _symbol;
    private readonly Option<Timeframe> _timeframe;
    private readonly Option<DateTime?> _from;
    private readonly Option<DateTime?> _to;

    public MarketOptions()
        : base("Market")
    {
        _symbol = Add("--symbol", "PAIR", "Traded pair [default: EURUSD]", Symbol.Parse, Symbol.Parse("EURUSD"));
        _timeframe = Add("--timeframe", "TF", "Length of a bar: 1m, 5m, 15m, 1h, 4h, 1d [default: 5m]", Timeframe.Parse, new Timeframe(5));
        _from = Add<DateTime?>("--from", "DAY", "First day, UTC [default: first bar of the file; generated: 2024-01-01]", t => OptionValue.SpanStart(t), null);
        _to = Add<DateTime?>("--to", "DAY", "Last day, UTC, included [default: last bar of the file; generated: 2024-05-31]", t => OptionValue.SpanEnd(t), null);
    }

    public Market Market(ParseResult parsed) => new(parsed.GetValue(_symbol), parsed.GetValue(_timeframe));

    /// <summary>First instant, inclusive; null: not said.</summary>
    public DateTime? From(ParseResult parsed) => parsed.GetValue(_from);

    /// <summary>End, exclusive; null: not said.</summary>
    public DateTime? To(ParseResult parsed) => parsed.GetValue(_to);
}
