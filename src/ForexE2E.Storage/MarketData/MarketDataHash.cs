using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Storage.MarketData;

/// <summary>
/// SHA-256 over all that a backtest may look at: columns, digits, sides, pairs, published series. It knows no path, compression or
/// format, so the same content has the same hash everywhere. Numbers go in as little-endian bytes.
/// </summary>
internal static class MarketDataHash
{
    public static string Of(BarSeries bars, ImmutableArray<BarSeries> pairs, PublishedSeries? vix, PublishedSeries? sentiment, PublishedSeries? news = null)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, "traded", bars);
        foreach (BarSeries pair in pairs)
        {
            Append(hash, "pair", pair);
        }

        Append(hash, "vix", vix);
        Append(hash, "sentiment", sentiment);
        if (news is not null)
        {
            // Data without news keeps the hash it had before news could be loaded.
            Append(hash, "news", news);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The hash of data together with models; without models that of the data.</summary>
    public static string With(string data, string models) =>
        models.Length == 0 ? data : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data + "|" + models)));

    private static void Append(IncrementalHash hash, string role, BarSeries bars)
    {
        Append(hash, string.Create(CultureInfo.InvariantCulture, $"{role}|{bars.Symbol.Code}|{bars.Timeframe}|{bars.Digits}|{bars.Side}|{bars.Count}|{bars.HasVolume}|{bars.HasSpread}"));
        Append(hash, bars.StartMinutes);
        Append(hash, bars.Open);
        Append(hash, bars.High);
        Append(hash, bars.Low);
        Append(hash, bars.Close);
        Append(hash, MemoryMarshal.Cast<float, int>(bars.Volume));
        Append(hash, bars.Spread);
    }

    private static void Append(IncrementalHash hash, string role, PublishedSeries? series)
    {
        Append(hash, string.Create(CultureInfo.InvariantCulture, $"{role}|{series?.Count ?? -1}"));
        Span<byte> entry = stackalloc byte[2 * sizeof(long)];
        for (int i = 0; i < (series?.Count ?? 0); i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(entry, series!.Published[i].Ticks);
            BinaryPrimitives.WriteDoubleLittleEndian(entry[sizeof(long)..], series.Values[i]);
            hash.AppendData(entry);
        }
    }

    private static void Append(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));

    private static void Append(IncrementalHash hash, ReadOnlySpan<int> values)
    {
        if (BitConverter.IsLittleEndian)
        {
            hash.AppendData(MemoryMarshal.AsBytes(values));
            return;
        }

        int[] reversed = new int[values.Length];
        BinaryPrimitives.ReverseEndianness(values, reversed);
        hash.AppendData(MemoryMarshal.AsBytes<int>(reversed));
    }
}
