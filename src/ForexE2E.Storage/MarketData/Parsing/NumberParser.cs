using System.Globalization;

namespace ForexE2E.Storage.MarketData.Parsing;

/// <summary>Reads decimal numbers from bytes without detours through strings or cultures.</summary>
internal static class NumberParser
{
    /// <summary>Units of a fixed-point number: 10^-7.</summary>
    public const long One = 10_000_000;

    private const int Decimals = 7;
    private const int MaximumWholeDigits = 11;

    /// <summary>A number in units of 10^-7; further decimals are rounded half up.</summary>
    public static bool TryFixed(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        int i = 0;
        while (i < text.Length && text[i] is >= (byte)'0' and <= (byte)'9')
        {
            value = (value * 10) + (text[i++] - '0');
            if (i > MaximumWholeDigits)
            {
                return false;
            }
        }

        bool hasWhole = i > 0;
        int decimals = 0;
        bool roundsUp = false;
        if (i < text.Length && text[i] == (byte)'.')
        {
            i++;
            for (; i < text.Length && text[i] is >= (byte)'0' and <= (byte)'9'; i++, decimals++)
            {
                int digit = text[i] - '0';
                value = decimals < Decimals ? (value * 10) + digit : value;
                roundsUp |= decimals == Decimals && digit >= 5;
            }
        }

        if (i < text.Length || (!hasWhole && decimals == 0))
        {
            return TrySlowly(text, out value);
        }

        for (int d = Math.Min(decimals, Decimals); d < Decimals; d++)
        {
            value *= 10;
        }

        value += roundsUp ? 1 : 0;
        return true;
    }

    /// <summary>A finite volume, zero or more.</summary>
    public static bool TryVolume(ReadOnlySpan<byte> text, out float value)
    {
        // Up to seven digits are exact in a float.
        if (text.Length is > 0 and <= 7)
        {
            int whole = 0;
            int i = 0;
            for (; i < text.Length && text[i] is >= (byte)'0' and <= (byte)'9'; i++)
            {
                whole = (whole * 10) + (text[i] - '0');
            }

            if (i == text.Length)
            {
                value = whole;
                return true;
            }
        }

        return float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && float.IsFinite(value) && value >= 0;
    }

    /// <summary>Signs and exponents.</summary>
    private static bool TrySlowly(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) || Math.Abs(number) > 100_000_000_000m)
        {
            return false;
        }

        value = (long)decimal.Floor((number * One) + 0.5m);
        return true;
    }
}
