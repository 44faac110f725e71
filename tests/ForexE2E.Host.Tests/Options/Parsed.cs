using System.CommandLine;
using ForexE2E.Host.Options;

namespace ForexE2E.Host.Tests.Options;

/// <summary>Parses arguments by option groups alone.</summary>
internal static class Parsed
{
    public static ParseResult By(OptionGroup group, params string[] arguments) => By([group], arguments);

    public static ParseResult By(OptionGroup[] groups, params string[] arguments)
    {
        Command command = new("test");
        foreach (Option option in groups.SelectMany(g => g.Options))
        {
            command.Options.Add(option);
        }

        return command.Parse(arguments);
    }

    public static string ErrorsOf(OptionGroup group, params string[] arguments) => string.Join('\n', By(group, arguments).Errors.Select(e => e.Message));
}
