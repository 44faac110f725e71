using System.Text.Json;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using Xunit;

namespace ForexE2E.Testing.Contracts;

/// <summary>Compares runs and trials by content: arrays inside records are otherwise equal only when they are the same array.</summary>
public static class RunAssert
{
    public static void Same(Run expected, Run? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Id, actual.Id);
        Assert.Equal(JsonSerializer.Serialize(expected.Definition), JsonSerializer.Serialize(actual.Definition));
        Assert.Equal(expected.Definition.FixedParameters.KeyComparer, actual.Definition.FixedParameters.KeyComparer);
        Assert.Equal(JsonSerializer.Serialize(expected.Record), JsonSerializer.Serialize(actual.Record));
        Assert.Equal((expected.State, expected.StopReason, expected.CreatedAt, expected.CreatedAt.Kind), (actual.State, actual.StopReason, actual.CreatedAt, actual.CreatedAt.Kind));
        Assert.Equal(expected.Trials.Keys, actual.Trials.Keys);
        foreach (Trial trial in expected.Trials.Values)
        {
            Same(trial, actual.Trials[trial.Number]);
        }
    }

    public static void Same(Trial expected, Trial? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Regime, actual.Regime);
        Assert.Equal((expected.Number, expected.State, expected.Attempts, expected.Reason), (actual.Number, actual.State, actual.Attempts, actual.Reason));
        Assert.Equal(expected.Parameters, actual.Parameters);
        Assert.Equal(expected.Seen.AsEnumerable(), actual.Seen);
        Assert.Equal(expected.Pending.AsEnumerable(), actual.Pending);
        Assert.Equal(expected.Result, actual.Result);
        Assert.Equal((expected.Windows, expected.CpuTime), (actual.Windows, actual.CpuTime));
        Assert.Equal((expected.CreatedAt, expected.CreatedAt.Kind), (actual.CreatedAt, actual.CreatedAt.Kind));
        Assert.Equal((expected.FinishedAt, expected.FinishedAt?.Kind), (actual.FinishedAt, actual.FinishedAt?.Kind));
    }

    public static void Same(RunOutcome expected, RunOutcome? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal((expected.State, expected.Reason, expected.Best, expected.Duration), (actual.State, actual.Reason, actual.Best, actual.Duration));
        Assert.Equal(expected.ByRegime.AsEnumerable(), actual.ByRegime);
        Assert.Equal(expected.ParetoFront.AsEnumerable(), actual.ParetoFront);
        Assert.Equal(expected.Validations.AsEnumerable(), actual.Validations);
    }
}
