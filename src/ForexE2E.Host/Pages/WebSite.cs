using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ForexE2E.Cluster.Health;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Health;
using ForexE2E.Host.Json;
using Microsoft.AspNetCore.Http;

namespace ForexE2E.Host.Pages;

/// <summary>Answers with pages and the same as JSON; changes nothing, and has no login.</summary>
internal sealed class WebSite(IRunStore store, string database, ClusterWatch cluster)
{
    private const int RunsShown = 100;

    public async Task Answer(HttpContext context)
    {
        AddHeaders(context.Response.Headers);
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        try
        {
            await Route(context, context.RequestAborted);
        }
        catch (RunStoreException e)
        {
            await Text(context, StatusCodes.Status503ServiceUnavailable, "text/plain", e.Message);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
    }

    private static void AddHeaders(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = PageStyle.Policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    private Task Route(HttpContext context, CancellationToken cancellation) => context.Request.Path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [] => Overview(context, cancellation),
        ["runs", var id] => Run(context, id, isPage: true, cancellation),
        ["api", "cluster"] => Cluster(context),
        ["api", "runs"] => Runs(context, cancellation),
        ["api", "runs", var id] => Run(context, id, isPage: false, cancellation),
        ["health", "live" or "started"] => NodeServer.Write(context, HealthReport.Well("site")),
        ["health", "ready"] => Ready(context, cancellation),
        _ => Text(context, StatusCodes.Status404NotFound, "text/plain", "There is no such page."),
    };

    private async Task Overview(HttpContext context, CancellationToken cancellation)
    {
        (IReadOnlyList<RunSummary>? runs, string? silence) = await NewestRuns(RunsShown, cancellation);
        await Page(context, OverviewPage.Of(cluster.Last, runs, silence, Refreshes(context)));
    }

    private Task Cluster(HttpContext context) => cluster.Last.Status is { } status
        ? Json(context, ClusterDocument.Of(status), Documents.Default.ClusterDocument)
        : Text(context, StatusCodes.Status503ServiceUnavailable, "text/plain", cluster.Last.Silence ?? "No coordinator has answered yet.");

    private async Task Runs(HttpContext context, CancellationToken cancellation) =>
        await Json(context, RunListDocument.Of(database, await store.ListRuns(RunsShown, cancellation)), Documents.Default.RunListDocument);

    private async Task Run(HttpContext context, string text, bool isPage, CancellationToken cancellation)
    {
        if (!Guid.TryParse(text, out Guid id) || await store.FindRun(new RunId(id), cancellation) is not { } run)
        {
            await Text(context, StatusCodes.Status404NotFound, "text/plain", "There is no such run.");
            return;
        }

        RunOutcome? outcome = await store.FindOutcome(run.Id, cancellation);
        await (isPage
            ? Page(context, RunPage.Of(run, outcome, Refreshes(context)))
            : Json(context, RunShowDocument.Of(run, outcome), Documents.Default.RunShowDocument));
    }

    // A silent cluster is no reason to hide the page that says so.
    private async Task Ready(HttpContext context, CancellationToken cancellation)
    {
        (_, string? silence) = await NewestRuns(1, cancellation);
        await NodeServer.Write(context, HealthReport.Of(("database", silence)));
    }

    private async Task<(IReadOnlyList<RunSummary>? Runs, string? Silence)> NewestRuns(int count, CancellationToken cancellation)
    {
        try
        {
            return (await store.ListRuns(count, cancellation), null);
        }
        catch (RunStoreException e)
        {
            return (null, e.Message);
        }
    }

    private static bool Refreshes(HttpContext context) => context.Request.Query["refresh"] != "off";

    private static Task Page(HttpContext context, string page) => Text(context, StatusCodes.Status200OK, "text/html", page);

    private static Task Json<T>(HttpContext context, T document, JsonTypeInfo<T> type)
        where T : Document => Text(context, StatusCodes.Status200OK, "application/json", JsonSerializer.Serialize(document, type));

    private static async Task Text(HttpContext context, int status, string type, string text)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        context.Response.StatusCode = status;
        context.Response.ContentType = $"{type}; charset=utf-8";
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}
