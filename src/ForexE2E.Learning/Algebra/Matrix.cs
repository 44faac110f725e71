namespace ForexE2E.Learning.Algebra;

/// <summary>A matrix seen through two strides over numbers that somebody else owns; transposing it moves nothing.</summary>
public readonly ref struct Matrix
{
    /// <summary>Rows stored one after the other.</summary>
    public Matrix(ReadOnlySpan<float> values, int rows, int columns)
        : this(values, rows, columns, columns, 1)
    {
    }

    private Matrix(ReadOnlySpan<float> values, int rows, int columns, int rowStride, int columnStride)
    {
        if (values.Length < (long)rows * columns)
            throw new ArgumentException($"A matrix of {rows} x {columns} needs {(long)rows * columns} numbers, was given {values.Length}", nameof(values));
        Values = values;
        Rows = rows;
        Columns = columns;
        RowStride = rowStride;
        ColumnStride = columnStride;
    }

    public ReadOnlySpan<float> Values { get; }

    public int Rows { get; }

    public int Columns { get; }

    public int RowStride { get; }

    public int ColumnStride { get; }

    public Matrix Transposed => new(Values, Columns, Rows, ColumnStride, RowStride);
}
