using System.CommandLine;
using System.CommandLine.Invocation;
using ForexE2E.Host.Options;
using ForexE2E.Host.Verbs;

namespace ForexE2E.Host.Help;

/// <summary>The help of a command: what it does, how it is typed, options by group with their defaults, examples.</summary>
internal sealed class HelpPage : SynchronousCommandLineAction
{
    private const int Width = 110;
    private const int Gap = 2;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output);
        return 0;
    }

    /// <summary>Writes the help of a command.</summary>
    public static void Write(Command command, TextWriter to)
    {
        to.WriteLine(command.Description);
        to.WriteLine();
        to.WriteLine("Usage:");
        to.WriteLine("  " + Usage(command));
        WriteSection(to, "Commands", command.Subcommands.Select(c => (c.Name, c.Description ?? "")));
        WriteSection(to, "Arguments", command.Arguments.Select(a => (NameOf(a), a.Description ?? "")));
        if (command is Verb verb)
        {
            foreach (OptionGroup group in verb.Groups)
            {
                WriteSection(to, group.Title, group.Options.Select(o => (NameOf(o), o.Description ?? "")));
            }

            WriteExamples(to, verb.Examples);
        }
        else
        {
            WriteRootWords(to, command);
        }
    }

    private static string Usage(Command command)
    {
        string path = command is RootCommand ? "forexe2e" : $"forexe2e {string.Join(' ', command.Parents.OfType<Command>().Where(c => c is not RootCommand).Select(c => c.Name).Append(command.Name))}";
        string arguments = string.Concat(command.Arguments.Select(a => " " + NameOf(a)));
        return path + (command.Subcommands.Count > 0 ? " COMMAND" : "") + arguments + (command is Verb ? " [options]" : "");
    }

    private static string NameOf(Argument argument) => argument.Arity.MinimumNumberOfValues > 0 ? $"<{argument.Name}>" : $"[<{argument.Name}>]";

    private static string NameOf(Option option) =>
        string.Join(", ", option.Aliases.Prepend(option.Name)) + (option.Arity.MaximumNumberOfValues == 0 ? "" : $" <{option.HelpName}>");

    private static void WriteSection(TextWriter to, string title, IEnumerable<(string Name, string Words)> rows)
    {
        (string Name, string Words)[] all = [.. rows];
        if (all.Length == 0)
        {
            return;
        }

        to.WriteLine();
        to.WriteLine(title + ":");
        int column = all.Max(r => r.Name.Length) + Gap;
        foreach ((string name, string words) in all)
        {
            string[] lines = [.. Wrap(words, Width - column - Gap)];
            to.WriteLine($"  {name.PadRight(column)}{lines[0]}");
            foreach (string line in lines.Skip(1))
            {
                to.WriteLine(new string(' ', column + Gap) + line);
            }
        }
    }

    private static IEnumerable<string> Wrap(string words, int width)
    {
        string line = "";
        foreach (string word in words.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? word : " " + word;
        }

        yield return line;
    }

    private static void WriteExamples(TextWriter to, List<(string Words, string Line)> examples)
    {
        if (examples.Count == 0)
        {
            return;
        }

        to.WriteLine();
        to.WriteLine("Examples:");
        foreach ((string words, string line) in examples)
        {
            to.WriteLine($"  # {words}");
            to.WriteLine($"  {line}");
        }
    }

    private static void WriteRootWords(TextWriter to, Command command)
    {
        to.WriteLine();
        if (command is RootCommand)
        {
            WriteExamples(to,
            [
                ("A first run on a generated market, nothing to prepare", "forexe2e optimize"),
                ("On your own bars", "forexe2e optimize --symbol EURUSD --timeframe 5m --bars EURUSD_5m.csv.gz --from 2018-01-01 --to 2019-12-31"),
                ("The best set so far", "forexe2e run list && forexe2e run best"),
            ]);
            to.WriteLine();
        }

        to.WriteLine($"{Usage(command)} --help tells more; exit codes and JSON documents: docs/commands.md.");
    }
}
