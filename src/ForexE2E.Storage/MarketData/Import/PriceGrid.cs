using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData.Checks;
using ForexE2E.Storage.MarketData.Formats;
using ForexE2E.Storage.MarketData.Parsing;

namespace ForexE2E.Storage.MarketData.Import;

/// <summary>
/// How a file's numbers become whole points: which power of ten they were multiplied with, and how many decimals count. A price
/// in single precision (116.77899932 for 116.779) needs no more decimals than the price it stands for.
/// </summary>
internal sealed class PriceGrid
{
    private const int MostDigits = 7;
    private const double SinglePrecision = 1.2e-7;
    private const int Sample = 1001;
    private readonly int _symbolDigits;

    private PriceGrid(long scale, int digits, int symbolDigits)
    {
        (Scale, Digits, _symbolDigits) = (scale, digits, symbolDigits);
        PointUnits = Power(MostDigits - digits);
    }

    /// <summary>What prices were multiplied with: 1 or a power of ten.</summary>
    public long Scale { get; }

    /// <summary>Decimals of a price.</summary>
    public int Digits { get; }

    private long PointUnits { get; }

    public static PriceGrid Of(Symbol? symbol, BarFileFormat format, ParsedRows rows, bool allowSuspect, FindingLedger ledger)
    {
        // Our own file says what it says: it is never divided, and strange prices in it are left to those who trade on them.
        bool isOwn = format.KeepsPrintedDecimals;
        long middle = MiddleClose(rows);
        int usual = symbol?.Digits ?? (middle > 20 * NumberParser.One ? 3 : 5);
        long scale = symbol is { } known ? ScaleOf(known, middle, isOwn, allowSuspect || isOwn, ledger) : 1;
        int digits = isOwn ? Math.Max(usual, Math.Min(MostDigits, rows.PrintedDecimals)) : usual;
        while (digits < MostDigits && NeedsMore(rows, scale, digits))
        {
            digits++;
        }

        long highest = rows.High.Count == 0 ? 0 : rows.High.Max() / scale;
        while (digits > 0 && highest / Power(MostDigits - digits) > int.MaxValue / 2)
        {
            digits--;
        }

        return new PriceGrid(scale, digits, usual);
    }

    /// <summary>Points of a price, half up.</summary>
    public int ToPoints(long units) => (int)Rounded(Rounded(units, Scale), PointUnits);

    /// <summary>Points of a spread given in the file's unit.</summary>
    public int ToSpread(long units, SpreadUnit unit)
    {
        if (unit != SpreadUnit.Points)
        {
            return ToPoints(units);
        }

        long points = Digits >= _symbolDigits
            ? Rounded(units * Power(Digits - _symbolDigits), NumberParser.One)
            : Rounded(units, NumberParser.One * Power(_symbolDigits - Digits));
        return (int)Math.Min(points, int.MaxValue);
    }

    private static long ScaleOf(Symbol symbol, long middle, bool isOwn, bool isWarning, FindingLedger ledger)
    {
        double price = middle / (double)NumberParser.One;
        if (middle == 0 || TypicalPrices.IsPlausible(symbol, price))
        {
            return 1;
        }

        // Publishers multiply so that the last digit becomes whole; another power would make EURUSD of USDJPY.
        long scale = Power(symbol.Digits);
        if (!isOwn && TypicalPrices.IsPlausible(symbol, price / scale))
        {
            ledger.Add(FindingCodes.ScaledPrices, 0, minute: null)?.Describe(FormattableString.Invariant(
                $"prices near {price:0.#####} were multiplied by {scale}; read as {price / scale:0.#####} for {symbol}"));
            return scale;
        }

        ledger.Add(FindingCodes.ImplausiblePrices, 0, minute: null)
            ?.Describe(FormattableString.Invariant($"prices near {price:0.#####} are not what {symbol} costs (about {TypicalPrices.Of(symbol):0.#####})"))
            .Weigh(isWarning ? FindingSeverity.Warning : FindingSeverity.Error);
        return 1;
    }

    private static long MiddleClose(ParsedRows rows)
    {
        int step = Math.Max(1, rows.Count / Sample);
        List<long> sample = [];
        for (int i = 0; i < rows.Count; i += step)
        {
            sample.Add(rows.Close[i]);
        }

        sample.Sort();
        return sample.Count == 0 ? 0 : sample[sample.Count / 2];
    }

    private static bool NeedsMore(ParsedRows rows, long scale, int digits)
    {
        long grid = Power(MostDigits - digits);
        for (int i = 0; i < rows.Count; i++)
        {
            if (IsOff(rows.Open[i]) || IsOff(rows.High[i]) || IsOff(rows.Low[i]) || IsOff(rows.Close[i]))
            {
                return true;
            }
        }

        return false;

        bool IsOff(long units)
        {
            long price = scale == 1 ? units : Rounded(units, scale);
            long rest = price % grid;
            return rest != 0 && Math.Min(rest, grid - rest) > Math.Max(1, price * SinglePrecision);
        }
    }

    private static long Rounded(long value, long unit) => unit == 1 ? value : (value + (unit / 2)) / unit;

    private static long Power(int exponent)
    {
        long power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}
