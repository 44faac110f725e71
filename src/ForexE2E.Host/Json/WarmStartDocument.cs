using ForexE2E.Domain.Runs;

namespace ForexE2E.Host.Json;

/// <summary>What a run took of an earlier one.</summary>
/// <param name="Run">Id of the earlier run.</param>
/// <param name="Comparable">Whether the sampler knew the results, and did not only try the best sets anew.</param>
/// <param name="Reason">Why they are not comparable; null when they are.</param>
/// <param name="Trials">Numbers, in the earlier run, of the trials taken.</param>
internal sealed record WarmStartDocument(string Run, bool Comparable, string? Reason, IReadOnlyList<int> Trials)
{
    public static WarmStartDocument? Of(RunRecord record) => record.Earlier is { } e
        ? new(e.Run.ToString(), e.AreComparable, e.NotComparable, [.. e.Trials.Select(t => t.Number)])
        : null;
}
