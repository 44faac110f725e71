using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Strategy.Rl.Training;

namespace ForexE2E.Host.Options;

/// <summary>How an agent is trained, until when, and where it goes.</summary>
internal sealed class AgentTrainingOptions : OptionGroup
{
    private readonly Option<DateTime?> _until;
    private readonly Option<string?> _out;
    private readonly Option<ulong> _seed;
    private readonly Option<int> _rounds;
    private readonly Option<int> _markets;

    public AgentTrainingOptions()
        : base("Training")
    {
        _until = Add<DateTime?>("--until", "DATE", "Last day to learn from, UTC; nothing later is looked at [default: end of the data]", t => OptionValue.SpanEnd(t), null);
        _out = Add<string?>("--out", "FOLDER", "Folder to write the agent to; it becomes one checkpoint", OptionValue.Text, null);
        _seed = Add("--seed", "N", "All luck of the training comes from it [default: 1]", OptionValue.Seed, 1UL);
        _markets = Add("--markets", "N", "Generated markets to learn from, of seeds from --market-seed up [default: 1]", OptionValue.Whole, 1);
        _rounds = Add("--rounds", "N", "Rounds of experience at most, for each of six shapes [default: 60]", OptionValue.Whole, new AgentTrainingSettings().Rounds);
    }

    /// <summary>Exclusive; null: not said.</summary>
    public DateTime? Until(ParseResult parsed) => parsed.GetValue(_until);

    /// <exception cref="CommandException">No folder was named.</exception>
    public string Folder(ParseResult parsed) => parsed.GetValue(_out) is { Length: > 0 } folder
        ? Path.GetFullPath(folder)
        : throw new CommandException(ExitCode.WrongUsage, "Name the folder to write the agent to with --out FOLDER.");

    /// <summary>1 to 64; more than one only where they are generated.</summary>
    /// <exception cref="CommandException">The number cannot be.</exception>
    public int Markets(ParseResult parsed, bool isGenerated) => parsed.GetValue(_markets) switch
    {
        (< 1 or > 64) and var n => throw new CommandException(ExitCode.WrongUsage, FormattableString.Invariant($"--markets must be 1 to 64, was {n}.")),
        > 1 when !isGenerated => throw new CommandException(ExitCode.WrongUsage, "--markets is for generated markets: leave it out, or leave out --bars."),
        var n => n,
    };

    public AgentTrainingSettings Settings(ParseResult parsed) => new() { Seed = parsed.GetValue(_seed), Rounds = parsed.GetValue(_rounds) };
}
