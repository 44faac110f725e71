namespace ForexE2E.Optimization.Samplers.Tpe;

/// <summary>
/// Normal kernels on the cells of an axis, each normalised over the cells so that bounds need no further care. Widths are
/// rounded to levels a tenth apart, rows are filled when first asked for.
/// </summary>
internal sealed class KernelTable(int cells)
{
    private const double Finest = 0.004;
    private const double Step = 1.1;
    private const int Finds = 1024;
    private static readonly byte[] Levels = [.. Enumerable.Range(0, Finds + 1).Select(i => (byte)Math.Max(0, LevelOf((double)i / Finds)))];
    private readonly float[]?[] _rows = new float[LevelOf(1.0) + 1][];

    /// <summary>Mass in each cell of a kernel in the middle of a cell.</summary>
    public ReadOnlySpan<float> Row(float width, int cell) => Rows(width).Slice(cell * cells, cells);

    /// <summary>The rows of all cells, one after the other.</summary>
    public ReadOnlySpan<float> Rows(float width)
    {
        int level = Levels[(int)((Math.Clamp(width, 0, 1) * Finds) + 0.5f)];
        return _rows[level] ??= Fill(Finest * Math.Pow(Step, level));
    }

    private static int LevelOf(double width) => (int)Math.Round(Math.Log(Math.Max(width, Finest) / Finest) / Math.Log(Step));

    private float[] Fill(double width)
    {
        float[] rows = new float[cells * cells];
        for (int centre = 0; centre < cells; centre++)
        {
            Span<float> row = rows.AsSpan(centre * cells, cells);
            double total = 0;
            for (int j = 0; j < cells; j++)
            {
                double z = (j - centre) / (cells * width);
                double mass = Math.Exp(-0.5 * z * z);
                row[j] = (float)mass;
                total += mass;
            }

            for (int j = 0; j < cells; j++)
            {
                row[j] = (float)(row[j] / total);
            }
        }

        return rows;
    }
}
