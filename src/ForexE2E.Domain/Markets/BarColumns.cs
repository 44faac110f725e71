namespace ForexE2E.Domain.Markets;

/// <summary>The arrays a <see cref="BarSeries"/> is made of; prices and spreads in points, starts in minutes since 1970 UTC.</summary>
public sealed class BarColumns
{
    public required int[] StartMinutes { get; init; }

    public required int[] Open { get; init; }

    public required int[] High { get; init; }

    public required int[] Low { get; init; }

    public required int[] Close { get; init; }

    /// <summary>Null without volume.</summary>
    public float[]? Volume { get; init; }

    /// <summary>Ask less bid; null without spreads.</summary>
    public int[]? Spread { get; init; }

    /// <exception cref="ArgumentException">Lengths differ or a bar breaks an invariant.</exception>
    internal void Check()
    {
        int count = StartMinutes.Length;
        bool sameLength = Open.Length == count && High.Length == count && Low.Length == count && Close.Length == count
            && (Volume is null || Volume.Length == count) && (Spread is null || Spread.Length == count);
        if (!sameLength)
        {
            throw new ArgumentException("All columns of a bar series must have the same length.");
        }

        for (int i = 0; i < count; i++)
        {
            string? fault = FaultOf(i);
            if (fault is not null)
            {
                DateTime start = DateTime.UnixEpoch.AddMinutes(StartMinutes[i]);
                throw new ArgumentException(FormattableString.Invariant($"Bar {i} ({start:yyyy-MM-dd HH:mm}Z): {fault}."));
            }
        }
    }

    private string? FaultOf(int i)
    {
        if (i > 0 && StartMinutes[i] <= StartMinutes[i - 1])
        {
            return "starts must ascend strictly";
        }

        if (Low[i] <= 0)
        {
            return "prices must be above zero";
        }

        if (High[i] < Math.Max(Open[i], Close[i]) || Low[i] > Math.Min(Open[i], Close[i]))
        {
            return "high must be the greatest and low the least price";
        }

        return Spread is not null && Spread[i] < 0 ? "spread must not be negative" : null;
    }
}
