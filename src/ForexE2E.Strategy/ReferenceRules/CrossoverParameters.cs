namespace ForexE2E.Strategy.ReferenceRules;

/// <summary>
/// Settings of the two reference rules: windows in bars, stop distance as a multiple of the average true range.
/// </summary>
public sealed record CrossoverParameters
{
    private const int MaxWindow = 1_000_000;
    private const decimal MaxMultiplier = 1_000;

    /// <param name="fast">Bars of the fast mean, 1 to slow.</param>
    /// <param name="slow">Bars of the slow mean.</param>
    /// <param name="atr">Bars of the average true range.</param>
    /// <param name="multiplier">Stop distance in average true ranges: above 0, at most 1000, at most 6 decimals, so that it is exact.</param>
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    public CrossoverParameters(int fast, int slow, int atr, decimal multiplier)
    {
        Fast = Window(nameof(fast), fast);
        Slow = Window(nameof(slow), slow);
        Atr = Window(nameof(atr), atr);
        if (fast > slow)
        {
            throw new ArgumentException(FormattableString.Invariant($"The fast mean must not be longer than the slow one: fast was {fast}, slow {slow}."));
        }

        if (multiplier is <= 0 or > MaxMultiplier || decimal.Round(multiplier, 6) != multiplier)
        {
            throw new ArgumentException(FormattableString.Invariant($"The multiplier must be above 0, at most {MaxMultiplier} and have at most 6 decimals, was {multiplier}."));
        }

        Multiplier = multiplier;
    }

    /// <summary>Defaults of the first rule.</summary>
    public static CrossoverParameters S1 { get; } = new(21, 55, 14, 2);

    /// <summary>Defaults of the second rule.</summary>
    public static CrossoverParameters S2 { get; } = new(55, 233, 14, 8);

    public int Fast { get; }

    public int Slow { get; }

    public int Atr { get; }

    public decimal Multiplier { get; }

    private static int Window(string name, int bars) => bars is >= 1 and <= MaxWindow
        ? bars
        : throw new ArgumentException(FormattableString.Invariant($"The window '{name}' must be 1 to {MaxWindow} bars, was {bars}."));
}
