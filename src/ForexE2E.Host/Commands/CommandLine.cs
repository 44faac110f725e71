using System.CommandLine;
using System.CommandLine.Parsing;
using ForexE2E.Host.Composition;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Help;
using ForexE2E.Host.Options;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using Serilog.Core;

namespace ForexE2E.Host.Commands;

/// <summary>From arguments to an exit code: parse, do, and say in one message what went wrong.</summary>
internal static class CommandLine
{
    public static async Task<ExitCode> Run(IReadOnlyList<string> arguments, Terminal terminal)
    {
        ParseResult parsed = CommandTree.Build().Parse(arguments);
        if (parsed.CommandResult.Command is not Verb verb)
        {
            return Group(parsed, terminal);
        }

        if (parsed.Action is HelpPage)
        {
            HelpPage.Write(verb, terminal.Output);
            return ExitCode.Success;
        }

        return parsed.Errors.Count > 0 ? Refuse(parsed, terminal) : await Do(verb, parsed, terminal);
    }

    // Typed without a verb: the help, the version, or an unknown word.
    private static ExitCode Group(ParseResult parsed, Terminal terminal)
    {
        if (parsed.UnmatchedTokens.Count > 0 && parsed.Action is not HelpPage)
        {
            return Refuse(parsed, terminal);
        }

        if (parsed.GetResult("--version") is not null)
        {
            terminal.Output.WriteLine(ProgramVersion.Text);
        }
        else
        {
            HelpPage.Write(parsed.CommandResult.Command, terminal.Output);
        }

        return ExitCode.Success;
    }

    private static async Task<ExitCode> Do(Verb verb, ParseResult parsed, Terminal terminal)
    {
        bool verbose = verb.Reporting.Verbose(parsed);
        LogFormat format = verb.FormatOfLog(parsed);
        bool isLogged = false;
        try
        {
            await using Logger logger = Logs.Open(verb.Reporting.Log(parsed), verbose, terminal.Error, verb.LogsToError, format);
            try
            {
                logger.Information("{Command} begins, version {Version}", PathOf(parsed), ProgramVersion.Text);
                return await verb.Run(parsed, terminal, logger);
            }
            catch (Exception e)
            {
                // A node's log is read by operators: the trace of a foreseen refusal would only hide its message, which follows.
                bool isNews = !verb.LogsToError || verbose || Failure.Of(e).Code == ExitCode.Defect;
                logger.Error(isNews ? e : null, format == LogFormat.Json ? "{Command} failed: {Reason}" : "{Command} failed", PathOf(parsed), Failure.Of(e).Message);
                isLogged = format == LogFormat.Json;
                throw;
            }
        }
        catch (Exception e)
        {
            Failure failure = Failure.Of(e);
            if (!isLogged)
            {
                // Who asked for JSON reads every line as such.
                terminal.Error.WriteLine($"{PathOf(parsed)}: {failure.Message}");
            }

            return failure.Code;
        }
    }

    private static ExitCode Refuse(ParseResult parsed, Terminal terminal)
    {
        // A missing command is no news beside the word that was typed in its place.
        IEnumerable<string> messages = parsed.Errors.Where(e => parsed.UnmatchedTokens.Count == 0 || e.SymbolResult is not CommandResult || Quotes(e, parsed)).Select(e => e.Message);
        foreach (string message in messages.Distinct(StringComparer.Ordinal))
        {
            terminal.Error.WriteLine($"{PathOf(parsed)}: {message}{Typo.Hint(parsed, message)}");
        }

        terminal.Error.WriteLine($"Try: {PathOf(parsed)} --help");
        return ExitCode.WrongUsage;
    }

    private static bool Quotes(ParseError error, ParseResult parsed) => parsed.UnmatchedTokens.Any(t => error.Message.Contains($"'{t}'", StringComparison.Ordinal));

    private static string PathOf(ParseResult parsed)
    {
        Stack<string> names = new();
        for (SymbolResult? result = parsed.CommandResult; result is CommandResult command; result = result.Parent)
        {
            names.Push(command.Command is RootCommand ? "forexe2e" : command.Command.Name);
        }

        return string.Join(' ', names);
    }
}
