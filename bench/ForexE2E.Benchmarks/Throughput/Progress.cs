using System.Diagnostics;
using System.Globalization;
using ForexE2E.Cluster.Runs;

namespace ForexE2E.Benchmarks.Throughput;

/// <summary>Prints a line for every so many stored trials: how fast, how much memory, how long a suggestion takes.</summary>
internal sealed class Progress(ThroughputOptions options, SuggestionTimes times)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Process _self = Process.GetCurrentProcess();
    private TimeSpan _lastWall;
    private TimeSpan _lastCpu = Process.GetCurrentProcess().TotalProcessorTime;
    private int _stored;

    public TimeSpan Elapsed => _watch.Elapsed;

    public void Take(RunEvent fact)
    {
        if (fact is RunEvent.TrialFinished && ++_stored % options.Report == 0)
        {
            Print();
        }
    }

    private void Print()
    {
        _self.Refresh();
        (TimeSpan wall, TimeSpan cpu) = (_watch.Elapsed, _self.TotalProcessorTime);
        double seconds = (wall - _lastWall).TotalSeconds;
        (double median, double most) = times.Take();
        // A full collection, so that the heap shows what is held; the working set is what the system sees.
        long held = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{_stored,6} trials  {options.Report / seconds,6:0} trials/s  {1000 * (cpu - _lastCpu).TotalSeconds / options.Report:0.00} ms CPU a trial  "
            + $"working set {_self.WorkingSet64 >> 20} MB, held {held >> 20} MB  suggestion {median:0.00} ms (95 %: {most:0.00})"));
        _lastWall = _watch.Elapsed;
        _lastCpu = Process.GetCurrentProcess().TotalProcessorTime;
    }
}
