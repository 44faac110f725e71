using System.CommandLine;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>What a model is trained on, until when, and where it goes.</summary>
internal sealed class TrainingOptions : OptionGroup
{
    private readonly Option<string[]> _bars;
    private readonly Option<DateTime?> _until;
    private readonly Option<string?> _out;
    private readonly Option<string?> _name;
    private readonly Option<ulong> _seed;

    public TrainingOptions()
        : base("Training")
    {
        _bars = AddMany("--bars", "FILE", "Bar file to learn from; may be repeated", OptionValue.Text);
        _until = Add<DateTime?>("--until", "DATE", "Last day to learn from, UTC; later bars are not looked at but for the report [default: all bars]", t => OptionValue.SpanEnd(t), null);
        _out = Add<string?>("--out", "FOLDER", "Folder to write the model to; it becomes one checkpoint", OptionValue.Text, null);
        _name = Add<string?>("--name", "NAME", "Name of the model [default: that of the folder]", OptionValue.Text, null);
        _seed = Add("--seed", "N", "All luck of the training comes from it [default: 1]", OptionValue.Seed, 1UL);
    }

    /// <exception cref="CommandException">No file was named.</exception>
    public IReadOnlyList<string> Bars(ParseResult parsed) => parsed.GetValue(_bars) is { Length: > 0 } files
        ? files
        : throw new CommandException(ExitCode.WrongUsage, "Name the bars to learn from with --bars FILE.");

    /// <summary>Exclusive; the end of time when not said.</summary>
    public DateTime Until(ParseResult parsed) => parsed.GetValue(_until) ?? DateTime.UnixEpoch.AddYears(130);

    /// <exception cref="CommandException">No folder was named.</exception>
    public string Folder(ParseResult parsed) => parsed.GetValue(_out) is { Length: > 0 } folder
        ? Path.GetFullPath(folder)
        : throw new CommandException(ExitCode.WrongUsage, "Name the folder to write the model to with --out FOLDER.");

    public string Name(ParseResult parsed) => parsed.GetValue(_name) ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Folder(parsed)));

    public ulong Seed(ParseResult parsed) => parsed.GetValue(_seed);
}
