using System.Collections.Immutable;
using System.Diagnostics;
using ForexE2E.Domain.Parameters;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Benchmarks.Throughput;

/// <summary>A sampler with a clock: how long each suggestion took, what it was told before included.</summary>
internal sealed class TimedSampler(ISampler sampler, SuggestionTimes times) : ISampler
{
    private TimeSpan _told;

    public void Observe(ObservedTrial trial)
    {
        long begin = Stopwatch.GetTimestamp();
        sampler.Observe(trial);
        _told += Stopwatch.GetElapsedTime(begin);
    }

    public ParameterSet Suggest(int number, ImmutableArray<PendingTrial> pending, ulong seed)
    {
        long begin = Stopwatch.GetTimestamp();
        ParameterSet set = sampler.Suggest(number, pending, seed);
        times.Add(_told + Stopwatch.GetElapsedTime(begin));
        _told = TimeSpan.Zero;
        return set;
    }
}
