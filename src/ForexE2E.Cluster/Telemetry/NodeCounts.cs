using System.Diagnostics.Metrics;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Telemetry;

/// <summary>Counters and histograms of a node. Times are seconds.</summary>
internal sealed class NodeCounts
{
    private static readonly InstrumentAdvice<double> Quick = Buckets(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10);
    private static readonly InstrumentAdvice<double> Slow = Buckets(0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 60, 120, 300);
    private static readonly InstrumentAdvice<int> Sizes = new() { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500] };

    private readonly Counter<long> _ended;
    private readonly Counter<long> _repeated;
    private readonly Counter<long> _storeFailures;
    private readonly Histogram<double> _window;
    private readonly Histogram<double> _sampler;
    private readonly Histogram<double> _store;
    private readonly Histogram<int> _batch;

    public NodeCounts(Meter meter)
    {
        _ended = meter.CreateCounter<long>("forexe2e.trials.ended", "{trial}", "Trials whose end was stored by this coordinator, by state.");
        _repeated = meter.CreateCounter<long>("forexe2e.trials.repeated", "{attempt}", "Attempts after the first: the trial failed by an error, or lost its worker.");
        _window = meter.CreateHistogram("forexe2e.window.duration", "s", "Time a worker took for one window.", tags: null, Slow);
        _sampler = meter.CreateHistogram("forexe2e.sampler.duration", "s", "Time a sampler took for one decision: stop, or which trials next.", tags: null, Slow);
        _store = meter.CreateHistogram("forexe2e.store.duration", "s", "Time a successful write to the database took, by kind.", tags: null, Quick);
        _batch = meter.CreateHistogram("forexe2e.store.batch.size", "{write}", "Writes that one transaction stored, by kind.", tags: null, Sizes);
        _storeFailures = meter.CreateCounter<long>("forexe2e.store.failures", "{failure}", "Writes that the database did not take, by kind of failure.");
        // A rate needs a series to begin at zero, before the first event.
        foreach (TrialState state in (TrialState[])[TrialState.Completed, TrialState.Pruned, TrialState.Failed])
        {
            _ended.Add(0, StateOf(state));
        }

        _repeated.Add(0);
        foreach (string kind in (string[])["away", "refused", "taken"])
        {
            _storeFailures.Add(0, new KeyValuePair<string, object?>("kind", kind));
        }
    }

    public void TrialEnded(TrialState state) => _ended.Add(1, StateOf(state));

    public void TrialRepeated() => _repeated.Add(1);

    public void WindowDone(TimeSpan time) => _window.Record(time.TotalSeconds);

    public void Sampled(TimeSpan time) => _sampler.Record(time.TotalSeconds);

    /// <param name="write">What was written, such as save_trials.</param>
    /// <param name="count">How many writes the transaction stored.</param>
    public void Written(string write, int count, TimeSpan time)
    {
        KeyValuePair<string, object?> kind = new("write", write);
        _store.Record(time.TotalSeconds, kind);
        _batch.Record(count, kind);
    }

    /// <param name="kind">away (it will be repeated), refused, or taken (by another coordinator).</param>
    public void NotWritten(string kind) => _storeFailures.Add(1, new KeyValuePair<string, object?>("kind", kind));

    private static KeyValuePair<string, object?> StateOf(TrialState state) => new("state", state switch
    {
        TrialState.Completed => "completed",
        TrialState.Pruned => "pruned",
        TrialState.Failed => "failed",
        TrialState.Running => "running",
        _ => "waiting",
    });

    private static InstrumentAdvice<double> Buckets(params double[] bounds) => new() { HistogramBucketBoundaries = bounds };
}
