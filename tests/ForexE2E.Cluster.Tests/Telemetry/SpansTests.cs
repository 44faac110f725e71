using System.Collections.Concurrent;
using System.Diagnostics;
using ForexE2E.Cluster.Embedded;
using ForexE2E.Cluster.Telemetry;
using ForexE2E.Cluster.Tests.Embedded;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Tests.Telemetry;

public sealed class SpansTests : IDisposable
{
    private readonly RunId _id = new(Guid.NewGuid());
    private readonly ConcurrentBag<Activity> _spans = [];
    private readonly TaskCompletionSource _runEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ActivityListener _listener;

    public SpansTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TelemetryNames.Spans,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            SampleUsingParentId = (ref ActivityCreationOptions<string> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task All_work_of_a_run_hangs_on_one_span_in_the_trace_with_the_runs_id()
    {
        // Every message is serialized, as between nodes.
        var bench = new Bench();
        await using EmbeddedCluster cluster = await bench.Start();
        await cluster.Submit(_id, Bench.Definition(trials: 3, parallel: 2), Bench.Patience);
        await cluster.Completion(_id).WaitAsync(Bench.Patience);
        await _runEnded.Task.WaitAsync(Bench.Patience);

        Activity run = Assert.Single(_spans, s => s.OperationName == "run");
        Assert.Equal(_id.Value.ToString("N"), run.TraceId.ToString());
        Assert.Equal((default, "completed"), (run.ParentSpanId, run.GetTagItem("forexe2e.run.state")));
        Activity[] trials = [.. _spans.Where(s => s.OperationName == "trial")];
        Assert.All(trials, t => Assert.Equal((run.SpanId, "finished"), (t.ParentSpanId, t.GetTagItem("forexe2e.end"))));
        Assert.Superset(new HashSet<object?> { "trial 0", "trial 1", "trial 2" }, trials.Select(t => t.GetTagItem("forexe2e.work")).ToHashSet());
        Activity[] windows = [.. _spans.Where(s => s.OperationName == "window")];
        Assert.Equal(bench.Backtest.Computed.Count, windows.Length);
        Assert.All(windows, w => Assert.Contains(trials, t => t.SpanId == w.ParentSpanId && Equals(t.GetTagItem("forexe2e.attempt"), w.GetTagItem("forexe2e.attempt"))));
        Assert.All(_spans.Where(s => s.OperationName is "suggestion" or "store save_trials"), s => Assert.Equal(run.SpanId, s.ParentSpanId));
        Assert.Contains(_spans, s => s.OperationName == "suggestion");
        Assert.Contains(_spans, s => s.OperationName == "store save_trials");
        Assert.All(_spans, s => Assert.Equal(_id.ToString(), s.GetTagItem("forexe2e.run.id")));
    }

    private void Keep(Activity span)
    {
        if (span.TraceId.ToString() == _id.Value.ToString("N"))
        {
            _spans.Add(span);
            if (span.OperationName == "run")
            {
                _runEnded.TrySetResult();
            }
        }
    }
}
