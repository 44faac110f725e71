namespace ForexE2E.Domain.Markets;

/// <summary>
/// Rough prices of pairs, to notice prices that were multiplied by a power of ten or belong to another pair, and to start
/// generated markets. Nothing is valued with them.
/// </summary>
public static class TypicalPrices
{
    // Far wider than any pair moved since 1999, far narrower than the factor 1000 of a scaled file.
    private const double Tolerance = 12;

    /// <summary>A price of the pair that was seen some time in 2010 to 2020, in quote currency.</summary>
    public static double Of(Symbol symbol) => DollarsFor(symbol.Base) / DollarsFor(symbol.Quote);

    /// <summary>Whether a price could be one of the pair: within a factor of twelve of a typical one.</summary>
    public static bool IsPlausible(Symbol symbol, double price)
    {
        double typical = Of(symbol);
        return price > typical / Tolerance && price < typical * Tolerance;
    }

    /// <summary>Rough value of one unit of a currency in US dollars.</summary>
    internal static double DollarsFor(string currency) => currency switch
    {
        "AUD" => 0.75,
        "BRL" => 0.25,
        "CAD" => 0.77,
        "CHF" => 1.03,
        "CNH" or "CNY" => 0.148,
        "CZK" => 0.044,
        "DKK" => 0.152,
        "EUR" => 1.13,
        "GBP" => 1.31,
        "HKD" => 0.128,
        "HUF" => 0.0035,
        "IDR" => 0.00007,
        "ILS" => 0.28,
        "INR" => 0.0145,
        "JPY" => 0.0091,
        "KRW" => 0.00087,
        "MXN" => 0.052,
        "MYR" => 0.24,
        "NOK" => 0.12,
        "NZD" => 0.69,
        "PHP" => 0.02,
        "PLN" => 0.26,
        "SEK" => 0.11,
        "SGD" => 0.74,
        "THB" => 0.031,
        "TRY" => 0.15,
        "USD" => 1,
        "XAG" => 18,
        "XAU" => 1400,
        "ZAR" => 0.07,
        _ => throw new ArgumentException($"No typical price is known for currency '{currency}'.", nameof(currency)),
    };
}
