using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Tests.Commands;

public sealed class NodeHealthTests
{
    [Theory]
    [InlineData("node-health --port 0", ExitCode.WrongUsage, "--port")]
    [InlineData("node-health --question well", ExitCode.WrongUsage, "started")]
    [InlineData("node-health --port 1", ExitCode.ClusterSilent, "--health-port")]
    public async Task A_node_that_is_not_there_is_not_well(string line, ExitCode expected, string words)
    {
        using Shell shell = new();
        (ExitCode code, _, string error) = await shell.Type(line.Split(' '));
        Assert.Equal(expected, code);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }
}
