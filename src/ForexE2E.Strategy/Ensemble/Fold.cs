namespace ForexE2E.Strategy.Ensemble;

/// <summary>One of the blocks of time that a train span is cut into for predictions out of fold (Lopez de Prado 2018, chapter 7).</summary>
/// <param name="First">First bar of the block that is predicted.</param>
/// <param name="End">Bar after its last.</param>
internal readonly record struct Fold(int First, int End)
{
    /// <summary>Blocks a train span is cut into.</summary>
    public const int Count = 3;

    /// <summary>
    /// Whether a row may teach a model that predicts the block: its label must be known before the block begins, and after
    /// the block it must lie as many bars behind, so that no label overlaps one of the block's.
    /// </summary>
    public bool MayLearnFrom(int bar) => bar + DirectionLabel.HorizonBars < First || bar >= End + DirectionLabel.HorizonBars;

    public bool Holds(int bar) => bar >= First && bar < End;

    /// <summary>Blocks of equal length over a span.</summary>
    public static Fold[] Cut(int first, int end) =>
        [.. Enumerable.Range(0, Count).Select(k => new Fold(Edge(first, end, k), Edge(first, end, k + 1)))];

    /// <summary>Position of the block that holds a bar; -1 outside the span.</summary>
    public static int IndexOf(Fold[] folds, int bar)
    {
        for (int k = 0; k < folds.Length; k++)
        {
            if (folds[k].Holds(bar))
            {
                return k;
            }
        }

        return -1;
    }

    private static int Edge(int first, int end, int k) => first + (int)((long)(end - first) * k / Count);
}
