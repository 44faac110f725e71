using System.CommandLine;
using ForexE2E.Host.Commands;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Verbs;

namespace ForexE2E.Host.Tests.Help;

public sealed class HelpPageTests
{
    [Fact]
    public async Task The_first_page_names_every_command_and_shows_examples()
    {
        string page = await Page("--help");
        Assert.All(["optimize", "backtest", "data", "run", "migrate", "parameters", "Examples:"], word => Assert.Contains(word, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Options_stand_in_groups_with_their_defaults()
    {
        string page = await Page("optimize", "--help");
        Assert.All(
            ["Market:", "Data:", "Search:", "Walk forward:", "Costs:", "Account:", "Database:", "Output:", "--trials <N>", "[default: sqlite:forexe2e.db"],
            word => Assert.Contains(word, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_wins_over_mistakes() => Assert.Contains("Usage:", await Page("optimize", "--help", "--trials", "x"), StringComparison.Ordinal);

    [Fact]
    public async Task No_line_is_wider_than_a_window()
    {
        foreach (Command command in Verbs(CommandTree.Build()))
        {
            string[] path = [.. command.Parents.OfType<Command>().Where(c => c is not RootCommand).Select(c => c.Name), command.Name, "--help"];
            Assert.All((await Page(path)).Split('\n').Where(l => !l.StartsWith("  forexe2e", StringComparison.Ordinal)), line => Assert.True(line.Length <= 180, line));
        }
    }

    [Fact]
    public void Every_verb_has_an_example_and_words_for_every_option() => Assert.All(Verbs(CommandTree.Build()), verb =>
    {
        Assert.NotEmpty(verb.Examples);
        Assert.All(verb.Options.Where(o => o is not System.CommandLine.Help.HelpOption), o => Assert.False(string.IsNullOrWhiteSpace(o.Description), o.Name));
    });

    [Fact]
    public void Every_example_can_be_parsed() => Assert.All(Verbs(CommandTree.Build()).SelectMany(v => v.Examples), example =>
    {
        string first = example.Line.Split(" && ")[0].Split(" > ")[0];
        Assert.Empty(CommandTree.Build().Parse(first["forexe2e ".Length..]).Errors);
    });

    [Fact]
    public async Task A_mistyped_word_brings_the_nearest_one()
    {
        using Shell shell = new();
        (ExitCode code, _, string error) = await shell.Type("optimize", "--trails", "5");
        Assert.Equal(ExitCode.WrongUsage, code);
        Assert.Contains("Did you mean --trials?", error, StringComparison.Ordinal);
    }

    private static IEnumerable<Verb> Verbs(Command command) => command.Subcommands.SelectMany(Verbs).Concat(command is Verb verb ? [verb] : []);

    private static async Task<string> Page(params string[] arguments)
    {
        using Shell shell = new();
        (ExitCode code, string output, string error) = await shell.Type(arguments);
        Assert.Equal((ExitCode.Success, ""), (code, error));
        return output;
    }
}
