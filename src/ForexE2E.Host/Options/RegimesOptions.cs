using System.CommandLine;

namespace ForexE2E.Host.Options;

/// <summary>How the regime path is fitted and printed.</summary>
internal sealed class RegimesOptions : OptionGroup
{
    private readonly Option<bool> _once;
    private readonly Option<bool> _eachBar;
    private readonly Option<string?> _states;
    private readonly Option<ulong> _seed;

    public RegimesOptions()
        : base("Regimes")
    {
        _once = AddSwitch("--fit-once", "Fit on the first train days only and filter all that follows; else anew for each window, as the strategy does");
        _eachBar = AddSwitch("--each-bar", "One line of the path for each bar; else for each block of an hour's bars");
        _states = Add<string?>("--states", "FILE", "True states (timestamp,regime), such as 'data generate --states' writes: the path is scored against them", OptionValue.Text, null);
        _seed = Add("--seed", "N", "Seed of the fits [default: 1]", OptionValue.Seed, 1UL);
    }

    public bool Once(ParseResult parsed) => parsed.GetValue(_once);

    public bool EachBar(ParseResult parsed) => parsed.GetValue(_eachBar);

    /// <summary>Null: none.</summary>
    public string? States(ParseResult parsed) => parsed.GetValue(_states);

    public ulong Seed(ParseResult parsed) => parsed.GetValue(_seed);
}
