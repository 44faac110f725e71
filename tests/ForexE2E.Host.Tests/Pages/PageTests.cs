using ForexE2E.Cluster.Control;
using ForexE2E.Cluster.Trials;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Pages;
using ForexE2E.Testing.Contracts;

namespace ForexE2E.Host.Tests.Pages;

public sealed class PageTests
{
    private static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    private static readonly ClusterView Heard = new(
        new ControlProtocol.ClusterStatus(
            [new ControlProtocol.NodeStatus("akka.tcp://forexe2e@10.0.0.5:4053", ["coordinator"], "up", false)], null, "akka.tcp://forexe2e@10.0.0.5:4053", new QueueProtocol.QueueStatus(5, 2, 1)),
        Noon,
        null);

    private static RunSummary Summary(string notes) => new(
        SampleRuns.Run(1).Id, new Market(Symbol.Parse("EURUSD"), new Timeframe(5)), OptimizationMethod.Bayesian, RegimeMode.Global, RunState.Running, 40, 10, 1.25, null, Noon, null, notes);

    [Fact]
    public void The_first_page_shows_nodes_queue_and_progress()
    {
        string page = OverviewPage.Of(Heard, [Summary("a note")], null, refresh: true);
        Assert.All(
            ["10.0.0.5:4053", "<td>no</td>", "5 waiting, of 2 runs; 1 free slots", "10 of 40", "value=\"0.25\"", "1.250", "a note", $"href=\"/runs/{SampleRuns.Run(1).Id}\"", "http-equiv=\"refresh\""],
            words => Assert.Contains(words, page, StringComparison.Ordinal));
    }

    [Fact]
    public void What_stands_in_the_database_is_never_taken_for_markup()
    {
        string page = OverviewPage.Of(Heard, [Summary("<script>alert('x')</script>")], null, refresh: false);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_loads_nothing_and_can_be_kept_from_refreshing()
    {
        string page = OverviewPage.Of(Heard, [], null, refresh: false);
        Assert.DoesNotMatch("(?i)src=|@import|url\\(|http://|https://|style=|http-equiv", page);
        Assert.Contains("There is no run yet", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Silence_is_said()
    {
        string page = OverviewPage.Of(new ClusterView(null, Noon, "No coordinator has answered yet."), null, "PostgreSQL database x cannot be reached.", refresh: true);
        Assert.Contains("No coordinator has answered yet.", page, StringComparison.Ordinal);
        Assert.Contains("cannot be reached", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_runs_page_shows_its_best_set_beside_the_defaults_and_every_trial()
    {
        Run run = SampleRuns.Run(1) with { State = RunState.Running };
        run = run.With(SampleRuns.Completed(0)).With(SampleRuns.Completed(1)).With(SampleRuns.Trial(2));
        string page = RunPage.Of(run, null, refresh: true);
        Assert.All(
            ["<th scope=\"row\" class=\"right\">2</th>", "Sharpe ratio (annual)", "so far", "Parameters", "http-equiv=\"refresh\"", $"/api/runs/{run.Id}"],
            words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.DoesNotContain("http-equiv", RunPage.Of(run with { State = RunState.Completed }, null, refresh: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_a_feasible_trial_says_so() =>
        Assert.Contains("there is no best set", RunPage.Of(SampleRuns.Run(1).With(SampleRuns.Trial(0)), null, refresh: true), StringComparison.Ordinal);
}
