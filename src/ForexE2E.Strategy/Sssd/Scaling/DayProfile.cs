namespace ForexE2E.Strategy.Sssd.Scaling;

/// <summary>
/// How large moves usually are in each half hour of the day, relative to the whole day: from finished days, the weight of a day
/// falling by 5 % a day, drawn to 1 where little was seen.
/// </summary>
internal sealed class DayProfile
{
    private const double Fade = 0.95;
    private const double Prior = 6;
    private const int LeastDays = 5;
    private const float Least = 0.2f;
    private const float Most = 5;
    private readonly double[] _sums = new double[DaySlots.Count];
    private readonly double[] _counts = new double[DaySlots.Count];
    private readonly double[] _daySums = new double[DaySlots.Count];
    private readonly double[] _dayCounts = new double[DaySlots.Count];
    private int _days;

    /// <summary>Takes in one move of the day under way.</summary>
    /// <param name="size">In units of the volatility.</param>
    public void Add(int slot, double size)
    {
        _daySums[slot] += size;
        _dayCounts[slot]++;
    }

    /// <summary>Ends the day; returns the profile for the next, 48 numbers.</summary>
    public float[] EndDay()
    {
        _days++;
        double sum = 0;
        double count = 0;
        for (int i = 0; i < DaySlots.Count; i++)
        {
            sum += _sums[i] = (Fade * _sums[i]) + _daySums[i];
            count += _counts[i] = (Fade * _counts[i]) + _dayCounts[i];
        }

        Array.Clear(_daySums);
        Array.Clear(_dayCounts);
        float[] profile = new float[DaySlots.Count];
        Array.Fill(profile, 1);
        if (_days < LeastDays || sum <= 0)
        {
            return profile;
        }

        double mean = sum / count;
        for (int i = 0; i < profile.Length; i++)
        {
            double smooth = (Relative(i - 1, mean) + (2 * Relative(i, mean)) + Relative(i + 1, mean)) / 4;
            profile[i] = Math.Clamp((float)smooth, Least, Most);
        }

        return profile;
    }

    private double Relative(int slot, double mean)
    {
        int i = (slot + DaySlots.Count) % DaySlots.Count;
        return (_sums[i] + (Prior * mean)) / (_counts[i] + Prior) / mean;
    }
}
