using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Options;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Optimization.AskTell;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e sampler ask-tell: a sampler for any program, one JSON object a line on standard input and output.</summary>
internal sealed class SamplerAskTellCommand : Verb
{
    private readonly SamplerOptions _options = new();

    public SamplerAskTellCommand()
        : base("ask-tell", "Suggests parameter sets to any program that speaks JSON lines on standard input and output.")
    {
        With(_options);
        Examples.Add(("Two objectives, both minimised", "forexe2e sampler ask-tell --space space.json --objectives 2 --sampler tpe --seed 1"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        string file = _options.Space(parsed) ?? throw new CommandException(ExitCode.WrongUsage, "--space must name the file of the search space; docs/samplers.md shows one.");
        if (!File.Exists(file))
        {
            throw new CommandException(ExitCode.WrongUsage, $"--space: {file}: no such file. Check the path; relative paths begin at the working directory.");
        }

        string json = await File.ReadAllTextAsync(file).ConfigureAwait(false);
        AskTellSession session = Failure.Refused(ExitCode.WrongUsage, () => new AskTellSession(
            SpaceJson.Parse(json), _options.Objectives(parsed), _options.Sampler(parsed), _options.Seed(parsed), _options.Pruner(parsed), plannedTrials: _options.Trials(parsed)));
        while (await terminal.Input.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            foreach (string answer in session.Handle(line))
            {
                await terminal.Output.WriteAsync(answer + "\n").ConfigureAwait(false);
            }

            // The other program waits for the answer before it says more.
            await terminal.Output.FlushAsync().ConfigureAwait(false);
        }

        return ExitCode.Success;
    }
}
