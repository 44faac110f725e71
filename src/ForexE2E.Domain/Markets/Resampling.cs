namespace ForexE2E.Domain.Markets;

/// <summary>
/// Makes coarser bars of finer ones: first open, greatest high, least low, last close, sum of volumes, last spread. Bars
/// begin at whole multiples of the timeframe from UTC midnight; an interval without bars stays absent.
/// </summary>
public static class Resampling
{
    /// <exception cref="ArgumentException">
    /// The wanted timeframe is finer or no multiple, or a bar lies across a border and would carry later prices into the bar before.
    /// </exception>
    public static BarSeries Resample(BarSeries series, Timeframe timeframe)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (timeframe == series.Timeframe)
        {
            return series;
        }

        if (timeframe < series.Timeframe || timeframe.Minutes % series.Timeframe.Minutes != 0)
        {
            throw new ArgumentException(
                $"Bars of {series.Timeframe} cannot be made into bars of {timeframe}: the wanted timeframe must be a whole multiple.",
                nameof(timeframe));
        }

        int[] firsts = FirstIndices(series, timeframe.Minutes);
        return new BarSeries(series.Symbol, timeframe, series.Digits, series.Side, Aggregate(series, firsts, timeframe.Minutes));
    }

    /// <summary>Index of the first source bar of each coarse bar, and the number of source bars at the end.</summary>
    private static int[] FirstIndices(BarSeries series, int minutes)
    {
        ReadOnlySpan<int> starts = series.StartMinutes;
        List<int> firsts = new((starts.Length * series.Timeframe.Minutes / minutes) + 16);
        int interval = int.MinValue;
        for (int i = 0; i < starts.Length; i++)
        {
            int start = FloorTo(starts[i], minutes);
            if (starts[i] - start + series.Timeframe.Minutes > minutes)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"The {series.Timeframe} bar at {series.StartOf(i):yyyy-MM-dd HH:mm}Z ends after the bar of {minutes} minutes it begins in; it cannot be resampled without looking ahead."));
            }

            if (start != interval)
            {
                firsts.Add(i);
                interval = start;
            }
        }

        firsts.Add(starts.Length);
        return [.. firsts];
    }

    private static BarColumns Aggregate(BarSeries series, int[] firsts, int minutes)
    {
        int count = firsts.Length - 1;
        var coarse = new BarColumns
        {
            StartMinutes = new int[count],
            Open = new int[count],
            High = new int[count],
            Low = new int[count],
            Close = new int[count],
            Volume = series.HasVolume ? new float[count] : null,
            Spread = series.HasSpread ? new int[count] : null,
        };
        for (int i = 0; i < count; i++)
        {
            (int from, int end) = (firsts[i], firsts[i + 1]);
            coarse.StartMinutes[i] = FloorTo(series.StartMinutes[from], minutes);
            coarse.Open[i] = series.Open[from];
            coarse.High[i] = Greatest(series.High[from..end]);
            coarse.Low[i] = Least(series.Low[from..end]);
            coarse.Close[i] = series.Close[end - 1];
            if (coarse.Volume is not null)
            {
                coarse.Volume[i] = Sum(series.Volume[from..end]);
            }

            if (coarse.Spread is not null)
            {
                coarse.Spread[i] = series.Spread[end - 1];
            }
        }

        return coarse;
    }

    private static int Greatest(ReadOnlySpan<int> values)
    {
        int greatest = values[0];
        foreach (int value in values)
        {
            greatest = Math.Max(greatest, value);
        }

        return greatest;
    }

    private static int Least(ReadOnlySpan<int> values)
    {
        int least = values[0];
        foreach (int value in values)
        {
            least = Math.Min(least, value);
        }

        return least;
    }

    private static float Sum(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += value;
        }

        return (float)sum;
    }

    private static int FloorTo(int minute, int step) => minute - (((minute % step) + step) % step);
}
