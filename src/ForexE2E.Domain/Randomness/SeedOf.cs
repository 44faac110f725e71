namespace ForexE2E.Domain.Randomness;

/// <summary>Derives seeds from (run seed, number, purpose), never from an order of arrival.</summary>
public static class SeedOf
{
    /// <summary>The seed of one trial's suggestion.</summary>
    public static ulong Suggestion(ulong runSeed, int trialNumber) => Mix(runSeed, (ulong)trialNumber, 1);

    /// <summary>The seed of fitting one window; the same for all trials, so that fits can be shared.</summary>
    public static ulong Fit(ulong runSeed, int windowIndex) => Mix(runSeed, (ulong)windowIndex, 2);

    /// <summary>SplitMix64 finaliser over the three numbers (Steele, Lea and Flood 2014).</summary>
    public static ulong Mix(ulong a, ulong b, ulong purpose)
    {
        ulong z = a + (0x9E3779B97F4A7C15 * (b + 1)) + (0xD1B54A32D192ED03 * purpose);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
