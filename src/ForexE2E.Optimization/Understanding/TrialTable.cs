using System.Collections.Immutable;
using ForexE2E.Domain.Parameters;
using ForexE2E.Optimization.Samplers;
using ForexE2E.Optimization.Samplers.Axes;

namespace ForexE2E.Optimization.Understanding;

/// <summary>Finished trials as a table of coordinates, with which axes mattered, and losses: what importance is computed from.</summary>
internal sealed class TrialTable
{
    public TrialTable(ParameterSpace space, IEnumerable<ObservedTrial> trials)
    {
        Axes = new AxisSet(space);
        Trials = [.. trials.Where(t => t is { IsFailed: false, IsPruned: false, Losses.IsEmpty: false }).OrderBy(t => t.Number)];
        Units = [.. Trials.Select(_ => new float[Axes.Count])];
        Live = [.. Trials.Select(_ => new bool[Axes.Count])];
        for (int i = 0; i < Trials.Length; i++)
        {
            Axes.Encode(Trials[i].Parameters, Units[i]);
            Axes.MarkLive(Units[i], Live[i]);
        }
    }

    public AxisSet Axes { get; }

    public ImmutableArray<ObservedTrial> Trials { get; }

    public float[][] Units { get; }

    public bool[][] Live { get; }

    public int Count => Trials.Length;

    public string NameOf(int axis) => Axes.Space.Definitions[Axes[axis].Position].Name;
}
