using Akka.Configuration;
using ForexE2E.Cluster.Embedded;
using ForexE2E.Cluster.Nodes;
using ForexE2E.Cluster.Runs;
using ForexE2E.Cluster.Trials;

namespace ForexE2E.Cluster.Tests.Nodes;

public sealed class NodeSettingsTests
{
    [Fact]
    public void The_command_line_wins_over_the_environment_and_both_over_the_file()
    {
        Config said = NodeOverlay.Of([new("port", "5001"), new("seed-nodes", "a:1, b:2"), new("hostname", null)]);
        Config environment = NodeOverlay.OfEnvironment(name => name switch { "FOREXE2E_PORT" => "6001", "FOREXE2E_HOSTNAME" => "node-7", "FOREXE2E_SLOTS" => "3", _ => null });

        NodeSettings settings = NodeSettings.Create(said.WithFallback(environment).WithFallback(Hocon.OfRole("worker")));
        Assert.Equal((5001, "node-7", "node-7", 3, 1), (settings.Port, settings.Hostname, settings.BindHostname, settings.Slots, settings.Coordinators));
        Assert.Equal([new NodeEndpoint("a", 1), new NodeEndpoint("b", 2)], settings.SeedNodes.ToArray());
        Assert.Null(settings.Tls);
    }

    [Fact]
    public void Slots_that_are_not_said_are_the_processors() =>
        Assert.Equal(Environment.ProcessorCount, Of("forexe2e.node.seed-nodes = [\"a:1\"]").Slots);

    [Theory]
    [InlineData("", "forexe2e.node.seed-nodes is empty")]
    [InlineData("forexe2e.node.seed-nodes = [\"a\"]", "must be HOST:PORT")]
    [InlineData("forexe2e.node.port = 70000", "forexe2e.node.port must be 1 to 65535, was 70000.")]
    [InlineData("forexe2e.node { seed-nodes = [\"a:1\"], coordinators = 0 }", "forexe2e.node.coordinators must be 1 to 99, was 0.")]
    [InlineData("forexe2e.node { seed-nodes = [\"a:1\"], up-within = 0s }", "forexe2e.node.up-within must be above zero")]
    [InlineData("forexe2e.node.hostname = \"\"", "forexe2e.node.hostname must not be empty.")]
    [InlineData("forexe2e.node { seed-nodes = [\"a:1\"], tls.key = \"k.pem\" }", "needs all of certificate, key and authority")]
    public void What_is_wrong_is_refused_by_its_name(string hocon, string message)
    {
        var refusal = Assert.Throws<ConfigurationException>(() => Of(hocon));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_worker_may_miss_several_signs_of_life_before_it_is_given_up()
    {
        TimeSpan silence = RunSettings.Create(Hocon.OfRole("coordinator")).TrialSilence;
        TimeSpan sign = WorkerSettings.Create(Hocon.OfRole("worker")).SignOfLife;
        Assert.True(silence >= 5 * sign);
    }

    private static NodeSettings Of(string hocon) => NodeSettings.Create(ConfigurationFactory.ParseString(hocon).WithFallback(Hocon.OfRole("worker")));
}
