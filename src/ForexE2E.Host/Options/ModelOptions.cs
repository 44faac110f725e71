using System.CommandLine;
using ForexE2E.Domain.Parameters;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>Which models forecast which bars, and with which parameters.</summary>
internal sealed class ModelOptions : OptionGroup
{
    private readonly Option<string?> _bars;
    private readonly Option<string?> _models;
    private readonly Option<KeyValuePair<string, string>[]> _set;

    public ModelOptions()
        : base("Bars and models")
    {
        _bars = Add<string?>("--bars", "FILE", "Bar file to forecast", OptionValue.Text, null);
        _models = Add<string?>("--models", "FOLDER", "Models to ask [default: those shipped with the program]", OptionValue.Text, null);
        _set = AddMany("--set", "NAME=VALUE", "Change a parameter, such as sssd_guidance_scale=1.5; may be repeated", SearchOptions.KnownParameter);
    }

    /// <exception cref="CommandException">No file was named.</exception>
    public string Bars(ParseResult parsed) => parsed.GetValue(_bars) is { Length: > 0 } file
        ? file
        : throw new CommandException(ExitCode.WrongUsage, "Name the bars to forecast with --bars FILE.");

    /// <summary>Null: the shipped ones.</summary>
    public string? Folder(ParseResult parsed) => parsed.GetValue(_models);

    /// <summary>The defaults with the changes.</summary>
    public ParameterSet Parameters(ParseResult parsed) =>
        ParameterCatalog.Space([]).Repair(ParameterSet.FromTexts(ParameterCatalog.All, parsed.GetValue(_set) ?? []).Values);
}
