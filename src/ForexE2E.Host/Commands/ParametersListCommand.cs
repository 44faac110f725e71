using System.Collections.Immutable;
using System.CommandLine;
using ForexE2E.Domain.Parameters;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e parameters list: the 90 with bounds, defaults, conditions and effects.</summary>
internal sealed class ParametersListCommand : Verb
{
    private readonly ParameterListOptions _options = new();

    public ParametersListCommand()
        : base("list", "Lists the 90 parameters with bounds, defaults, conditions and effects.")
    {
        With(_options);
        Examples.Add(("Stops and targets only", "forexe2e parameters list --group risk"));
        Examples.Add(("The page of the documentation", "forexe2e parameters list --markdown > docs/parameters.md"));
    }

    public override Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        ParameterGroup? group = _options.Group(parsed);
        ImmutableArray<ParameterDefinition> parameters = [.. ParameterCatalog.All.Where(d => group is null || d.Group == group)];
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, ParametersDocument.Of(parameters), Documents.Default.ParametersDocument);
        }
        else if (_options.Markdown(parsed))
        {
            ParameterMarkdown.Write(terminal.Output, parameters);
        }
        else
        {
            terminal.Results.Write(ParameterTable.Of(parameters));
        }

        return Task.FromResult(ExitCode.Success);
    }
}
