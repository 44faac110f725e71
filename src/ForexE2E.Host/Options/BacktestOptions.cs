using System.CommandLine;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>Which parameter set is measured, and where the trades go.</summary>
internal sealed class BacktestOptions : OptionGroup
{
    private readonly Option<string?> _parameters;
    private readonly Option<KeyValuePair<string, string>[]> _set;
    private readonly Option<string?> _trades;
    private readonly Option<int> _parallel;
    private readonly Option<ulong> _seed;

    public BacktestOptions()
        : base("Parameters and trades")
    {
        _parameters = Add<string?>("--parameters", "FILE", "JSON object of names and values, or what 'run best --json' printed [default: the defaults]", OptionValue.Text, null);
        _set = AddMany("--set", "NAME=VALUE", "Change one parameter; may be repeated", SearchOptions.KnownParameter);
        _trades = Add<string?>("--trades", "FILE", "Write the trade list as CSV", OptionValue.Text, null);
        _parallel = Add("--parallel", "N", "Windows at once [default: the number of processors]", OptionValue.Whole, Environment.ProcessorCount);
        _seed = Add("--seed", "N", "Seed of the fits [default: 1]", OptionValue.Seed, 1UL);
    }

    /// <summary>Null: the defaults.</summary>
    public string? File(ParseResult parsed) => parsed.GetValue(_parameters);

    public IReadOnlyList<KeyValuePair<string, string>> Changes(ParseResult parsed) => parsed.GetValue(_set) ?? [];

    /// <summary>Null: nowhere.</summary>
    public string? Trades(ParseResult parsed) => parsed.GetValue(_trades);

    public ulong Seed(ParseResult parsed) => parsed.GetValue(_seed);

    /// <exception cref="CommandException">Less than one.</exception>
    public int Parallel(ParseResult parsed) => parsed.GetValue(_parallel) is >= 1 and <= 1024 and var parallel
        ? parallel
        : throw new CommandException(ExitCode.WrongUsage, "--parallel must be 1 to 1024.");
}
