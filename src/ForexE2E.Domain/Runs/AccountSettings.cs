namespace ForexE2E.Domain.Runs;

/// <summary>The account that trades.</summary>
public sealed record AccountSettings
{
    /// <summary>ISO code; profit in other currencies is converted at the bar's price.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Money at the start of every window.</summary>
    public double StartBalance { get; init; } = 100_000;

    /// <summary>Notional that one unit of equity can carry.</summary>
    public double Leverage { get; init; } = 30;

    /// <exception cref="ArgumentException">Balance or leverage is out of range, or the currency unknown.</exception>
    public AccountSettings Validated()
    {
        if (!Markets.Currencies.IsKnown(Currency))
        {
            throw new ArgumentException($"Unknown account currency '{Currency}'.");
        }

        if (!(StartBalance >= 100 && StartBalance <= 1e9))
        {
            throw new ArgumentException(FormattableString.Invariant($"The start balance must be 100 to 1e9, was {StartBalance}."));
        }

        if (!(Leverage >= 1 && Leverage <= 1000))
        {
            throw new ArgumentException(FormattableString.Invariant($"The leverage must be 1 to 1000, was {Leverage}."));
        }

        return this;
    }
}
