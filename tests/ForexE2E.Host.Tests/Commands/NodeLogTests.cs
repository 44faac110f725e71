using System.Text.Json;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Tests.Telemetry;

namespace ForexE2E.Host.Tests.Commands;

public sealed class NodeLogTests
{
    private const string Password = "geheim-4711";

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task The_password_of_the_database_is_in_no_line_of_a_log(string format)
    {
        using Shell shell = new();
        string file = shell.PathOf("node.log");
        string[] line =
        [
            "node", "--role", "coordinator", "--port", Text(Ports.Free()), "--seed-nodes", "127.0.0.1:1", "--log", file, "--log-format", format, "--verbose",
            "--health-port", Text(Ports.Free()),
        ];
        // Nobody listens on port 1: the driver's own words and the trace are logged.
        (ExitCode code, string output, string error) = await shell.Type([.. line, "--database", $"postgres:Host=127.0.0.1;Port=1;Database=x;Username=u;Password={Password}"]);
        Assert.Equal(ExitCode.Database, code);
        string secret = shell.WriteFile("secret", $"postgresql//u:{Password}@127.0.0.1:1/x");
        (ExitCode wrong, _, string said) = await shell.Type([.. line, "--database-file", secret]);
        Assert.Equal(ExitCode.WrongUsage, wrong);

        string log = await File.ReadAllTextAsync(file);
        Assert.Contains("cannot be reached", log, StringComparison.Ordinal);
        Assert.All([output, error, said, log], text => Assert.DoesNotContain(Password, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_json_every_line_is_an_object_that_names_the_node()
    {
        using Shell shell = new();
        int port = Ports.Free();
        (ExitCode code, _, string error) = await shell.Type(
            "node", "--role", "worker", "--port", Text(port), "--seed-nodes", "127.0.0.1:1", "--log-format", "json", "--config", shell.WriteFile("soon.conf", "forexe2e.node.up-within = 1s"));

        Assert.Equal(ExitCode.NodeLost, code);
        JsonElement[] lines = [.. error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
        Assert.Contains(lines, l => l.TryGetProperty("Node", out JsonElement node) && node.GetString() == $"127.0.0.1:{port}");
        Assert.Contains("did not become a member", lines[^1].GetProperty("Reason").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--role web", "not built")]
    [InlineData("--role worker --otlp-endpoint localhost", "http://localhost:4317")]
    [InlineData("--role worker --log-format xml", "json")]
    public async Task What_a_node_cannot_do_is_said(string words, string remedy)
    {
        using Shell shell = new();
        (ExitCode code, _, string error) = await shell.Type(["node", .. words.Split(' ')]);
        Assert.Equal(ExitCode.WrongUsage, code);
        Assert.Contains(remedy, error, StringComparison.Ordinal);
    }

    private static string Text(int port) => port.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
