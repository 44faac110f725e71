using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Assessment;
using ForexE2E.Optimization.Pruners;

namespace ForexE2E.Host.Json;

/// <summary>A run without its trials.</summary>
/// <param name="State">running, stopped, completed or failed.</param>
/// <param name="Reason">Why it ended; null while it has not.</param>
/// <param name="Sampler">As the run named it; null: the method's.</param>
/// <param name="SamplerChoice">What 'auto' chose, in words; null for other samplers.</param>
/// <param name="WarmStart">What the run took of an earlier one; null: nothing.</param>
/// <param name="Pruner">Null: no trial is given up.</param>
/// <param name="CpuSeconds">CPU time of all windows of the trials that have ended; null where it was not measured.</param>
/// <param name="Windows">Windows run, and saved by giving trials up.</param>
/// <param name="Objectives">The objective values of a trial stand in this order.</param>
/// <param name="Models">Learned models that took part; none where no learned component did.</param>
/// <param name="DurationSeconds">Null while it has not ended.</param>
internal sealed record RunDocument(
    string Id,
    string State,
    string? Reason,
    string Method,
    string? Sampler,
    string? SamplerChoice,
    WarmStartDocument? WarmStart,
    string? Pruner,
    string RegimeMode,
    ulong Seed,
    int Parallel,
    int TrialsPlanned,
    int TrialsFinished,
    int WindowsInSample,
    int WindowsOutOfSample,
    DataDocument Data,
    SettingsDocument Settings,
    Feasibility Limits,
    IReadOnlyList<ObjectiveDocument> Objectives,
    IReadOnlyList<ComponentDocument> Components,
    IReadOnlyList<FixedDocument> Fixed,
    IReadOnlyList<ModelStampDocument> Models,
    string CodeVersion,
    string Processor,
    DateTime CreatedAt,
    double? DurationSeconds,
    double? CpuSeconds,
    WindowTally Windows,
    string? Notes)
{
    public static RunDocument Of(Run run, RunOutcome? outcome)
    {
        RunDefinition d = run.Definition;
        return new RunDocument(
            run.Id.ToString(),
            Words.Of(run.State),
            outcome?.Reason ?? run.StopReason,
            Words.Of(d.Method),
            d.Sampler is { } sampler ? Words.Of(sampler) : null,
            SearchWords.ChoiceOf(d),
            WarmStartDocument.Of(run.Record),
            d.Pruner is { } pruner ? Words.Of(pruner) : null,
            Words.Of(d.RegimeMode),
            d.Seed,
            d.Parallel,
            d.Trials,
            run.Finished,
            run.Record.InSampleWindows,
            run.Record.OutOfSampleWindows,
            DataDocument.Of(d, run.Record.DataHash),
            SettingsDocument.Of(d),
            d.Feasibility,
            ObjectiveDocument.Of(d.Objectives),
            ComponentDocument.Of(run.Record.Components),
            FixedDocument.Of(run.Record.Fixed),
            [.. run.Record.Models.Select(ModelStampDocument.Of)],
            run.Record.CodeVersion,
            run.Record.Processor,
            run.CreatedAt,
            outcome?.Duration.TotalSeconds,
            CpuOf(run),
            WindowTally.Of(run),
            d.Notes);
    }

    private static double? CpuOf(Run run)
    {
        Trial[] measured = [.. run.Trials.Values.Where(t => t.CpuTime is not null)];
        return measured.Length == 0 ? null : measured.Sum(t => t.CpuTime!.Value.TotalSeconds);
    }
}
