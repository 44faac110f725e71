using System.Collections.Immutable;

namespace ForexE2E.Domain.Markets;

/// <summary>The currencies (ISO 4217) and metals a symbol may be made of.</summary>
public static class Currencies
{
    /// <summary>In alphabetical order.</summary>
    public static ImmutableArray<string> Known { get; } =
    [
        "AUD", "BRL", "CAD", "CHF", "CNH", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "IDR", "ILS", "INR", "JPY",
        "KRW", "MXN", "MYR", "NOK", "NZD", "PHP", "PLN", "SEK", "SGD", "THB", "TRY", "USD", "XAG", "XAU", "ZAR",
    ];

    public static bool IsKnown(string currency) => Known.Contains(currency, StringComparer.Ordinal);

    /// <summary>Decimals of a price: 3 for yen, forint and the like, 2 for gold, 3 for silver, else 5.</summary>
    internal static int QuoteDigits(string baseCurrency, string quoteCurrency) => (baseCurrency, quoteCurrency) switch
    {
        ("XAU", _) => 2,
        ("XAG", _) => 3,
        (_, "JPY" or "HUF" or "KRW" or "IDR" or "PHP" or "THB" or "INR" or "CZK") => 3,
        _ => 5,
    };
}
