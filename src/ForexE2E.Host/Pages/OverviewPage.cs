using ForexE2E.Cluster.Control;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Json;
using ForexE2E.Host.Rendering;

namespace ForexE2E.Host.Pages;

/// <summary>The first page: nodes, queue, newest runs.</summary>
internal static class OverviewPage
{
    /// <param name="runs">Null when the database does not answer.</param>
    public static string Of(ClusterView cluster, IReadOnlyList<RunSummary>? runs, string? databaseSilence, bool refresh)
    {
        Html page = new Html().Heading(1, "Cluster");
        AddCluster(page, cluster);
        page.Heading(2, "Runs");
        if (runs is null)
        {
            page.Alert(databaseSilence ?? "The database does not answer.");
        }
        else
        {
            AddRuns(page, runs);
        }

        return Html.Page("ForexE2E cluster", "/", refresh, page);
    }

    private static void AddCluster(Html page, ClusterView cluster)
    {
        if (cluster.Silence is { } silence)
        {
            page.Alert(silence);
        }

        if (cluster.Status is not { } status)
        {
            return;
        }

        page.Table(
            $"Nodes at {Figures.Instant(cluster.At)}:{cluster.At:ss} UTC",
            ["Node", "Roles", "State", "Reachable"],
            status.Nodes.Select(n => (IReadOnlyList<Cell>)[AddressOf(n), string.Join(", ", n.Roles), n.State, n.Reachable ? "yes" : "no"]));
        page.Paragraph(status.Queue is { } queue
            ? FormattableString.Invariant($"Queue: {queue.Waiting} waiting, of {queue.Runs} runs; {queue.FreeSlots} free slots.")
            : "The queue did not answer; it may be moving.");
        page.Json("/api/cluster");
    }

    private static void AddRuns(Html page, IReadOnlyList<RunSummary> runs)
    {
        if (runs.Count == 0)
        {
            page.Paragraph("There is no run yet: forexe2e run submit gives one to the cluster.");
            return;
        }

        page.Table(
            "The newest first",
            ["Run", "Market", "Method", "State", "Trials", ">Best Sharpe", ">Drawdown", "Began (UTC)", ">Took", "Notes"],
            runs.Select(r => (IReadOnlyList<Cell>)
            [
                new Cell(r.Id.ToString()[..8], $"/runs/{r.Id}"), r.Market.ToString(), Words.Of(r.Method), Words.Of(r.State), Progress(r.Finished, r.Trials),
                Figures.Ratio(r.BestSharpe), Figures.Percent(r.BestMaxDrawdownPct), Figures.Instant(r.CreatedAt),
                r.DurationSeconds is { } seconds ? Figures.Duration(TimeSpan.FromSeconds(seconds)) : Figures.Undefined, r.Notes ?? "",
            ]));
        page.Json("/api/runs");
    }

    private static Cell Progress(int finished, int planned) =>
        new(FormattableString.Invariant($"{finished} of {planned}"), Share: planned == 0 ? 0 : Math.Min(1, (double)finished / planned));

    private static string AddressOf(ControlProtocol.NodeStatus node) => node.Address[(node.Address.IndexOf('@', StringComparison.Ordinal) + 1)..];
}
