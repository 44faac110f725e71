using ForexE2E.Domain.Parameters;
using ForexE2E.Optimization.Samplers.Axes;

namespace ForexE2E.Optimization.Samplers.History;

/// <summary>
/// The trials a sampler has seen: coordinates row by row, which axes mattered, how many trials lie in each cell of each axis,
/// and their standing. Grows by one row a trial; nothing is ever recomputed from the start.
/// </summary>
internal sealed class TrialHistory(AxisSet axes, int objectives)
{
    private readonly int[][] _cells = [.. Enumerable.Range(0, axes.Count).Select(a => new int[axes[a].Cells])];
    private float[] _units = new float[64 * axes.Count];
    private bool[] _live = new bool[64 * axes.Count];
    private int[] _numbers = new int[64];

    public int Count { get; private set; }

    public AxisSet Axes { get; } = axes;

    /// <summary>Standing of the trials, best first.</summary>
    public Standing Standing { get; } = new(objectives);

    public ReadOnlySpan<float> Units(int row) => _units.AsSpan(row * Axes.Count, Axes.Count);

    public bool IsLive(int row, int axis) => _live[(row * Axes.Count) + axis];

    public int NumberOf(int row) => _numbers[row];

    /// <summary>Trials in each cell of an axis, counting those for which it mattered.</summary>
    public ReadOnlySpan<int> CellCounts(int axis) => _cells[axis];

    public void Add(ObservedTrial trial)
    {
        int width = Axes.Count;
        if ((Count + 1) * width > _units.Length)
        {
            Array.Resize(ref _units, _units.Length * 2);
            Array.Resize(ref _live, _live.Length * 2);
        }

        if (Count == _numbers.Length)
        {
            Array.Resize(ref _numbers, Count * 2);
        }

        Place(trial.Parameters, _units.AsSpan(Count * width, width), _live.AsSpan(Count * width, width), _cells, 1);
        _numbers[Count] = trial.Number;
        Standing.Add(trial);
        Count++;
    }

    /// <summary>Writes a set's coordinates and adds it to cell counts.</summary>
    public void Place(ParameterSet set, Span<float> units, Span<bool> live, int[][] cells, int weight)
    {
        Axes.Encode(set, units);
        Axes.MarkLive(units, live);
        for (int a = 0; a < units.Length; a++)
        {
            cells[a][Axes[a].CellOf(units[a])] += live[a] ? weight : 0;
        }
    }
}
