namespace ForexE2E.Strategy.Filters;

/// <summary>Mean volume a bar of each New York hour of the week over a train span: what is usual at that hour. 672 bytes.</summary>
public sealed class HourlyVolume
{
    /// <summary>Hours of a week.</summary>
    public const int HoursAWeek = 168;

    private readonly float[] _means = new float[HoursAWeek];

    internal HourlyVolume(VolumeColumns volume, int first, int end)
    {
        Span<double> sums = stackalloc double[HoursAWeek];
        Span<int> counts = stackalloc int[HoursAWeek];
        sums.Clear();
        counts.Clear();
        for (int i = first; i < end; i++)
        {
            int hour = volume.HourAt(i);
            sums[hour] += volume.VolumeAt(i);
            counts[hour]++;
        }

        for (int hour = 0; hour < HoursAWeek; hour++)
        {
            _means[hour] = counts[hour] == 0 ? 0 : (float)(sums[hour] / counts[hour]);
        }
    }

    /// <summary>Mean volume a bar; 0 for an hour the train span did not have.</summary>
    /// <param name="hour">0 to 167.</param>
    public float At(int hour) => _means[hour];
}
