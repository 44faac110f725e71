using System.Diagnostics;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Telemetry;

/// <summary>
/// Makes spans; each method gives null when nobody listens. The trace of a run bears the run's own id, so it is found without
/// a search, and stays one when another coordinator takes the run up.
/// </summary>
internal static class Spans
{
    private static readonly ActivitySource Source = new(TelemetryNames.Spans);

    /// <summary>One coordinator's time with a run.</summary>
    public static Activity? Run(RunId id)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var trace = ActivityTraceId.CreateFromString(id.Value.ToString("N"));
        var context = new ActivityContext(trace, default, ActivityTraceFlags.Recorded, isRemote: true);
        return Detached(() => Source.StartActivity("run", ActivityKind.Server, context))?.SetTag("forexe2e.run.id", id.ToString());
    }

    /// <summary>One attempt at a piece of work, on its worker.</summary>
    /// <param name="parent">A W3C traceparent; null: a trace of its own.</param>
    /// <param name="work">Such as "trial 7".</param>
    public static Activity? Trial(string? parent, RunId id, string work, long attempt, int worker) => Source.HasListeners()
        ? Detached(() => Source.StartActivity("trial", ActivityKind.Consumer, parent))
            ?.SetTag("forexe2e.run.id", id.ToString()).SetTag("forexe2e.work", work).SetTag("forexe2e.attempt", attempt).SetTag("forexe2e.worker", worker)
        : null;

    /// <summary>The computation of one window.</summary>
    public static Activity? Window(string? parent, RunId id, string work, long attempt, int index) => Source.HasListeners()
        ? Source.StartActivity("window", ActivityKind.Internal, parent)
            ?.SetTag("forexe2e.run.id", id.ToString()).SetTag("forexe2e.work", work).SetTag("forexe2e.attempt", attempt).SetTag("forexe2e.window", index)
        : null;

    /// <summary>One decision of the search.</summary>
    public static Activity? Suggestion(string? parent, RunId id, int count) => Source.HasListeners()
        ? Source.StartActivity("suggestion", ActivityKind.Internal, parent)?.SetTag("forexe2e.run.id", id.ToString()).SetTag("forexe2e.trials.wanted", count)
        : null;

    /// <summary>One transaction of the store.</summary>
    /// <param name="write">Such as save_trials.</param>
    public static Activity? Write(string? parent, RunId id, string write, int count) => Source.HasListeners()
        ? Source.StartActivity("store " + write, ActivityKind.Client, parent)?.SetTag("forexe2e.run.id", id.ToString()).SetTag("forexe2e.writes", count)
        : null;

    // A span that outlives the message in which it begins must not become the parent of whatever this thread does next.
    private static Activity? Detached(Func<Activity?> start)
    {
        Activity? before = Activity.Current;
        Activity.Current = null;
        Activity? span = start();
        Activity.Current = before;
        return span;
    }
}
