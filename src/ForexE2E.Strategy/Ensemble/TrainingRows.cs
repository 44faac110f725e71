using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Ensemble.Features;

namespace ForexE2E.Strategy.Ensemble;

/// <summary>Labelled rows of a train span in order of time, standardised to mean 0 and spread 1 over the span.</summary>
internal sealed class TrainingRows
{
    /// <summary>About so many rows are taken from a span that has more bars.</summary>
    public const int WantedRows = 1500;

    private readonly double[] _means;
    private readonly double[] _scales;

    private TrainingRows(int[] bars, int[] labels, float[][] rows, double[] means, double[] scales)
    {
        (Bars, Labels, Rows) = (bars, labels, rows);
        (_means, _scales) = (means, scales);
    }

    /// <summary>The bar of each row, ascending.</summary>
    public int[] Bars { get; }

    /// <summary>1 or -1.</summary>
    public int[] Labels { get; }

    public float[][] Rows { get; }

    public int Width => _means.Length;

    public static TrainingRows Gather(BarSeries series, FeatureTable table, int first, int end)
    {
        List<int> bars = [];
        for (int bar = Math.Max(first, table.FirstDefined); bar < end; bar += Step(end - first))
        {
            if (DirectionLabel.Of(series, bar, end) != 0)
            {
                bars.Add(bar);
            }
        }

        float[][] rows = [.. bars.Select(_ => new float[table.Width])];
        for (int i = 0; i < rows.Length; i++)
        {
            table.Read(bars[i], rows[i]);
        }

        (double[] means, double[] scales) = Moments(rows, table.Width);
        TrainingRows gathered = new([.. bars], [.. bars.Select(b => DirectionLabel.Of(series, b, end))], rows, means, scales);
        foreach (float[] row in rows)
        {
            gathered.Standardize(row);
        }

        return gathered;
    }

    /// <summary>Brings a row to the scale of the train span, in place; a feature that does not vary there becomes 0.</summary>
    public void Standardize(Span<float> row)
    {
        for (int c = 0; c < row.Length; c++)
        {
            row[c] = (float)((row[c] - _means[c]) * _scales[c]);
        }
    }

    /// <summary>
    /// One bar in so many becomes a row: labels of neighbouring bars overlap almost wholly and teach almost the same. 4 for a
    /// month of 5-minute bars, 1 where bars are few, and never more than a label's length.
    /// </summary>
    public static int Step(int bars) => Math.Clamp((bars + (WantedRows / 2)) / WantedRows, 1, DirectionLabel.HorizonBars);

    private static (double[] Means, double[] Scales) Moments(float[][] rows, int width)
    {
        double[] means = new double[width];
        double[] scales = new double[width];
        for (int c = 0; c < width && rows.Length > 0; c++)
        {
            double sum = 0, squares = 0;
            foreach (float[] row in rows)
            {
                sum += row[c];
                squares += (double)row[c] * row[c];
            }

            means[c] = sum / rows.Length;
            double variance = (squares / rows.Length) - (means[c] * means[c]);
            scales[c] = variance > 1e-12 ? 1 / Math.Sqrt(variance) : 0;
        }

        return (means, scales);
    }
}
