using System.CommandLine;
using ForexE2E.Domain.Markets;
using ForexE2E.Host.Failures;
using ForexE2E.Storage.MarketData;
using ForexE2E.Storage.MarketData.Checks;
using Symbol = ForexE2E.Domain.Markets.Symbol;

namespace ForexE2E.Host.Options;

/// <summary>What the user knows about a bar file.</summary>
internal sealed class BarFileInput : OptionGroup
{
    private readonly Option<Symbol?> _symbol;
    private readonly Option<Timeframe?> _timeframe;
    private readonly Option<string?> _timeZone;
    private readonly Option<PriceSide?> _side;

    public BarFileInput()
        : base("The file")
    {
        _symbol = Add<Symbol?>("--symbol", "PAIR", "Pair of the file [default: as its name says, such as EURUSD_5m.csv]", t => Domain.Markets.Symbol.Parse(t), null);
        _timeframe = Add<Timeframe?>("--timeframe", "TF", "Length of its bars [default: the usual distance between stamps]", t => Timeframe.Parse(t), null);
        _timeZone = Add<string?>("--time-zone", "ZONE", "Clock of its stamps, such as UTC or America/New_York [default: the format's own rule]", OptionValue.Text, null);
        _side = Add<PriceSide?>("--price-side", "SIDE", "Its prices are bid, mid or ask [default: the format's own rule]", t => DataOptions.Side(t), null);
    }

    /// <summary>Null: not said.</summary>
    public Symbol? Symbol(ParseResult parsed) => parsed.GetValue(_symbol);

    /// <summary>The pair as said, or as the file's name says.</summary>
    /// <exception cref="CommandException">Neither says it.</exception>
    public Symbol SymbolOf(ParseResult parsed, string path) => parsed.GetValue(_symbol)
        ?? BarFileCheck.Run(path, null, Read(parsed)).Symbol
        ?? throw new CommandException(ExitCode.WrongUsage, $"Say with --symbol which pair {path} holds; its name does not tell.");

    public BarFileOptions Read(ParseResult parsed) => new()
    {
        Timeframe = parsed.GetValue(_timeframe),
        TimeZone = parsed.GetValue(_timeZone),
        Side = parsed.GetValue(_side),
    };
}
