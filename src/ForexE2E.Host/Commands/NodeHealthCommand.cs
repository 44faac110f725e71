using System.CommandLine;
using System.Net;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Options;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e node-health: asks the node of this machine how it is, for images that hold no other HTTP client.</summary>
internal sealed class NodeHealthCommand : Verb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HealthQuestionOptions _options = new();

    public NodeHealthCommand()
        : base("node-health", "Asks the node of this machine how it is; exit code 0 when it is well.")
    {
        With(_options);
        Examples.Add(("In a container's health check", "forexe2e node-health --port 8080"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        Uri address = _options.Address(parsed);
        using HttpClient http = new() { Timeout = Patience };
        try
        {
            using HttpResponseMessage answer = await http.GetAsync(address, terminal.Interruption.Requested);
            terminal.Output.WriteLine((await answer.Content.ReadAsStringAsync(terminal.Interruption.Requested)).TrimEnd());
            return answer.StatusCode == HttpStatusCode.OK ? ExitCode.Success : ExitCode.NodeLost;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !terminal.Interruption.Requested.IsCancellationRequested))
        {
            throw new CommandException(ExitCode.ClusterSilent, $"No node answers at {address}: {e.Message} Was it started with --health-port?", e);
        }
    }
}
