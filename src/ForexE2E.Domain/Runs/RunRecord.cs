using System.Collections.Immutable;
using ForexE2E.Domain.Models;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Domain.Runs;

/// <summary>What was found when a run began, kept so that its results can be trusted and repeated.</summary>
/// <param name="DataHash">SHA-256 of all market data the run sees.</param>
/// <param name="CodeVersion">Version and commit of the program.</param>
/// <param name="Processor">Architecture and kind of CPU of the submitting node.</param>
/// <param name="Components">Which components take part, and why others do not.</param>
/// <param name="Fixed">Parameters not sampled, with reasons.</param>
/// <param name="InSampleWindows">Windows each trial runs.</param>
/// <param name="OutOfSampleWindows">Windows held back.</param>
public sealed record RunRecord(
    string DataHash,
    string CodeVersion,
    string Processor,
    ImmutableArray<ComponentStatus> Components,
    ImmutableArray<FixedParameter> Fixed,
    int InSampleWindows,
    int OutOfSampleWindows)
{
    private readonly ImmutableArray<ModelStamp> _models = [];

    /// <summary>What was taken of an earlier run, kept here so that the search goes the same way when that run is gone; null: nothing.</summary>
    public EarlierTrials? Earlier { get; init; }

    /// <summary>Learned models that take part; empty for runs without any, also for those stored before models were recorded.</summary>
    public ImmutableArray<ModelStamp> Models
    {
        get => _models;
        init => _models = value.IsDefault ? [] : value;
    }
}
