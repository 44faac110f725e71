using System.CommandLine;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Host.Options;

/// <summary>How long the new bars are.</summary>
internal sealed class ResampleOptions : OptionGroup
{
    private readonly Option<Timeframe?> _target;

    public ResampleOptions()
        : base("New bars") =>
        _target = Add<Timeframe?>("--to-timeframe", "TF", "Length of the new bars, a multiple of the old: 5m, 15m, 1h, 4h, 1d", t => Timeframe.Parse(t), null);

    public Timeframe? Target(ParseResult parsed) => parsed.GetValue(_target);
}
