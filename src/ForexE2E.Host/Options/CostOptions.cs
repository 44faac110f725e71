using System.CommandLine;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>What trading costs; the defaults are a retail account's.</summary>
internal sealed class CostOptions : OptionGroup
{
    private static readonly CostSettings Usual = new();

    private readonly Option<(SpreadModel Model, double Pips)> _spread;
    private readonly Option<double> _commission;
    private readonly Option<double> _slippage;
    private readonly Option<double> _swapLong;
    private readonly Option<double> _swapShort;
    private readonly Option<bool> _zero;

    public CostOptions()
        : base("Costs")
    {
        _spread = Add("--spread", "MODEL", "auto, file, hourly, or fixed pips such as 0.8 [default: auto]", Spread, (SpreadModel.Auto, Usual.SpreadPips));
        _commission = Add("--commission", "MONEY", "Account currency a standard lot and side [default: 3]", OptionValue.Number, Usual.CommissionPerLot);
        _slippage = Add("--slippage", "PIPS", "How much worse a market fill is than the quote [default: 0.1]", OptionValue.Number, Usual.SlippagePips);
        _swapLong = Add("--swap-long", "PIPS", "Credited to longs each night; negative is paid [default: -0.7]", OptionValue.Number, Usual.SwapLongPips);
        _swapShort = Add("--swap-short", "PIPS", "Credited to shorts each night; negative is paid [default: 0.3]", OptionValue.Number, Usual.SwapShortPips);
        _zero = AddSwitch("--zero-costs", "No costs at all: for comparisons only, never for judging a strategy");
    }

    /// <exception cref="CommandException">Zero costs were asked for beside a cost, or a cost is out of range.</exception>
    public CostSettings Read(ParseResult parsed)
    {
        bool zero = parsed.GetValue(_zero);
        Option? contrary = Options.FirstOrDefault(o => !ReferenceEquals(o, _zero) && parsed.GetResult(o) is { Implicit: false });
        if (zero && contrary is not null)
        {
            throw new CommandException(ExitCode.WrongUsage, $"--zero-costs contradicts {contrary.Name}: leave one of them out.");
        }

        (SpreadModel model, double pips) = parsed.GetValue(_spread);
        return zero ? CostSettings.Zero : Failure.Refused(ExitCode.WrongUsage, () => new CostSettings
        {
            Spread = model,
            SpreadPips = pips,
            CommissionPerLot = parsed.GetValue(_commission),
            SlippagePips = parsed.GetValue(_slippage),
            SwapLongPips = parsed.GetValue(_swapLong),
            SwapShortPips = parsed.GetValue(_swapShort),
        }.Validated());
    }

    private static (SpreadModel Model, double Pips) Spread(string text) => text switch
    {
        "auto" => (SpreadModel.Auto, Usual.SpreadPips),
        "file" => (SpreadModel.FromFile, Usual.SpreadPips),
        "hourly" => (SpreadModel.ByHour, Usual.SpreadPips),
        _ when char.IsAsciiDigit(text[0]) || text[0] is '-' or '.' => (SpreadModel.Fixed, OptionValue.Number(text)),
        _ => throw new FormatException($"must be auto, file, hourly, or pips such as 0.8, was '{text}'"),
    };
}
