namespace ForexE2E.Learning.Layers;

/// <summary>How many steps and how many sequences a batch has. Rows are time-major: row = step x sequences + sequence.</summary>
public readonly record struct BatchShape
{
    public BatchShape(int steps, int sequences)
    {
        if (steps < 1 || sequences < 1)
            throw new ArgumentOutOfRangeException(nameof(steps), $"A batch must have a step and a sequence, was {steps} x {sequences}");
        Steps = steps;
        Sequences = sequences;
    }

    public int Steps { get; }

    public int Sequences { get; }

    public int Rows => Steps * Sequences;

    /// <summary>Rows that do not follow each other: one step.</summary>
    public static BatchShape Of(int rows) => new(1, rows);
}
