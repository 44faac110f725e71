using System.CommandLine;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Host.Options;

/// <summary>When the agent is asked, and with which parameters.</summary>
internal sealed class AdviceOptions : OptionGroup
{
    private readonly Option<DateTime?> _at;
    private readonly Option<int> _trainDays;
    private readonly Option<ulong> _seed;
    private readonly Option<KeyValuePair<string, string>[]> _set;

    public AdviceOptions()
        : base("Advice")
    {
        _at = Add<DateTime?>("--at", "TIME", "Instant of the question, UTC, such as 2018-06-01T21:00Z [default: the end of the data]", t => OptionValue.SpanStart(t), null);
        _trainDays = Add("--train-days", "N", "Calendar days before it that the agent is tuned on [default: 30]", OptionValue.Whole, 30);
        _seed = Add("--seed", "N", "All luck of the tuning comes from it [default: 1]", OptionValue.Seed, 1UL);
        _set = AddMany("--set", "NAME=VALUE", "Change a parameter, such as rl_use_lstm=true; may be repeated", SearchOptions.KnownParameter);
    }

    /// <summary>Null: the end of the data.</summary>
    public DateTime? At(ParseResult parsed) => parsed.GetValue(_at);

    public int TrainDays(ParseResult parsed) => parsed.GetValue(_trainDays);

    public ulong Seed(ParseResult parsed) => parsed.GetValue(_seed);

    /// <summary>The defaults with the changes.</summary>
    public ParameterSet Parameters(ParseResult parsed) =>
        ParameterCatalog.Space([]).Repair(ParameterSet.FromTexts(ParameterCatalog.All, parsed.GetValue(_set) ?? []).Values);
}
