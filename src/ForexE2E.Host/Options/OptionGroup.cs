using System.CommandLine;
using System.CommandLine.Parsing;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>Options that belong together: declared once, shown under one title in the help, read as typed values.</summary>
internal abstract class OptionGroup(string title)
{
    private readonly List<Option> _options = [];

    /// <summary>Heading in the help.</summary>
    public string Title { get; } = title;

    /// <summary>In the order of the help.</summary>
    public IReadOnlyList<Option> Options => _options;

    /// <summary>Declares an option with one value; the help text should state the default.</summary>
    protected Option<T> Add<T>(string name, string valueName, string help, Func<string, T> parse, T defaultValue, params string[] aliases) =>
        Keep(new Option<T>(name, aliases)
        {
            Description = help,
            HelpName = valueName,
            Arity = ArgumentArity.ExactlyOne,
            DefaultValueFactory = _ => defaultValue,
            CustomParser = result => Parsed(name, parse, result, result.Tokens[0].Value) is { } value ? value.Value : defaultValue,
        });

    /// <summary>Declares an option that may be given several times.</summary>
    protected Option<T[]> AddMany<T>(string name, string valueName, string help, Func<string, T> parse) =>
        Keep(new Option<T[]>(name)
        {
            Description = help,
            HelpName = valueName,
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
            DefaultValueFactory = _ => [],
            CustomParser = result => [.. result.Tokens.Select(t => Parsed(name, parse, result, t.Value)).OfType<Success<T>>().Select(s => s.Value)],
        });

    /// <summary>Declares an option without a value.</summary>
    protected Option<bool> AddSwitch(string name, string help) => Keep(new Option<bool>(name) { Description = help, Arity = ArgumentArity.Zero });

    private static Success<T>? Parsed<T>(string name, Func<string, T> parse, ArgumentResult result, string text)
    {
        try
        {
            return new Success<T>(parse(text));
        }
        catch (Exception e) when (e is FormatException or ArgumentException or ParameterException or RunStoreException)
        {
            result.AddError($"{name}: {Failure.WithoutParameterName(e)}");
            return null;
        }
    }

    private TOption Keep<TOption>(TOption option)
        where TOption : Option
    {
        _options.Add(option);
        return option;
    }

    private sealed record Success<T>(T Value);
}
