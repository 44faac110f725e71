using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Options;
using ForexE2E.Host.Terminals;
using Serilog;

namespace ForexE2E.Host.Verbs;

/// <summary>A command that does something: its options by group, its examples for the help, and what it does.</summary>
internal abstract class Verb : Command
{
    protected Verb(string name, string description)
        : base(name, description)
    {
    }

    /// <summary>In the order of the help.</summary>
    public List<OptionGroup> Groups { get; } = [];

    /// <summary>Command lines that work as they stand, each with a few words.</summary>
    public List<(string Words, string Line)> Examples { get; } = [];

    /// <summary>How it reports.</summary>
    public OutputOptions Reporting { get; } = new();

    /// <summary>Whether the log goes to standard error without being asked for.</summary>
    public virtual bool LogsToError => false;

    /// <summary>How the lines of its log look.</summary>
    public virtual LogFormat FormatOfLog(ParseResult parsed) => LogFormat.Text;

    /// <summary>Does it. Failures are thrown; the caller turns them into messages.</summary>
    public abstract Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger);

    /// <summary>Declares the options, with those of reporting at the end.</summary>
    protected void With(params ReadOnlySpan<OptionGroup> groups)
    {
        foreach (OptionGroup group in (ReadOnlySpan<OptionGroup>)[.. groups, Reporting])
        {
            Groups.Add(group);
            foreach (Option option in group.Options)
            {
                Options.Add(option);
            }
        }
    }
}
