using Spectre.Console;

namespace ForexE2E.Host.Terminals;

/// <summary>
/// Where a command speaks: results to standard output, everything else (progress, notes, errors) to standard error, so that
/// output can be piped.
/// </summary>
internal sealed class Terminal(TextWriter output, TextWriter error, bool isInteractive, Interruption interruption, TimeProvider clock)
{
    private const int PipedWidth = 160;

    /// <summary>Standard input, for commands that converse.</summary>
    public TextReader Input { get; init; } = System.Console.In;

    /// <summary>Standard output, for documents.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>Standard error, for one-line messages.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>Standard output, for tables.</summary>
    public IAnsiConsole Results { get; } = Console(output, isTerminal: !System.Console.IsOutputRedirected && ReferenceEquals(output, System.Console.Out));

    /// <summary>Standard error, for live progress.</summary>
    public IAnsiConsole Live { get; } = Console(error, isInteractive);

    /// <summary>Whether somebody watches standard error.</summary>
    public bool IsInteractive { get; } = isInteractive;

    public Interruption Interruption { get; } = interruption;

    public TimeProvider Clock { get; } = clock;

    /// <summary>The terminal of this process. From here on, what a library writes to the console by itself goes to standard error.</summary>
    public static Terminal OfProcess(Interruption interruption)
    {
        Terminal terminal = new(System.Console.Out, System.Console.Error, !System.Console.IsErrorRedirected, interruption, TimeProvider.System);
        System.Console.SetOut(System.Console.Error);
        return terminal;
    }

    /// <summary>Writes a note that is not part of the result.</summary>
    public void Note(string text) => Error.WriteLine(text);

    private static IAnsiConsole Console(TextWriter writer, bool isTerminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isTerminal)
        {
            console.Profile.Width = PipedWidth;
        }

        return console;
    }
}
