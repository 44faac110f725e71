namespace ForexE2E.Domain.Markets;

/// <summary>A currency pair such as EURUSD: base currency first, quote currency last.</summary>
public readonly record struct Symbol
{
    private readonly string? _code;

    private Symbol(string code) => _code = code;

    /// <summary>Six upper-case letters.</summary>
    public string Code => _code ?? throw new InvalidOperationException("A symbol must be parsed, not defaulted.");

    /// <summary>The currency bought by a long position.</summary>
    public string Base => Code[..3];

    /// <summary>The currency the price is counted in, and in which profit first arises.</summary>
    public string Quote => Code[3..];

    /// <summary>Decimals of a quoted price as brokers print it; the last one is a point.</summary>
    public int Digits => Currencies.QuoteDigits(Base, Quote);

    /// <summary>Parses a pair of two known currencies; separators such as EUR/USD are accepted.</summary>
    /// <exception cref="FormatException">The text is not a pair of two different known currencies.</exception>
    public static Symbol Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string code = new([.. text.Where(char.IsAsciiLetter).Select(char.ToUpperInvariant)]);
        if (code.Length != 6 || !Currencies.IsKnown(code[..3]) || !Currencies.IsKnown(code[3..]) || code[..3] == code[3..])
        {
            throw new FormatException(
                $"Unknown symbol '{text}': must be two different currencies of {string.Join(", ", Currencies.Known)}, such as EURUSD.");
        }

        return new Symbol(code);
    }

    /// <summary>Like <see cref="Parse"/>, without the exception.</summary>
    public static bool TryParse(string text, out Symbol symbol)
    {
        try
        {
            symbol = Parse(text);
            return true;
        }
        catch (FormatException)
        {
            symbol = default;
            return false;
        }
    }

    public override string ToString() => _code ?? "(none)";
}
