using System.Globalization;
using System.Text;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Storage.MarketData.Series;

/// <summary>True states of generated bars: <c>timestamp,regime</c>, the start of a bar in UTC and the state that made it. For scoring only.</summary>
public static class RegimeStatesFile
{
    /// <exception cref="MarketDataException">The file cannot be used; the message names file, line and remedy.</exception>
    public static IReadOnlyDictionary<DateTime, Regime> Read(string path)
    {
        DatedTable table = DatedTable.Load(path, "states", "timestamp", "regime");
        Dictionary<DateTime, Regime> states = [];
        for (int row = 0; row < table.Count; row++)
        {
            if (!states.TryAdd(table.Instant(row, "timestamp"), table.Regime(row, "regime")))
            {
                throw table.Refusal(row, "the timestamp stands twice");
            }
        }

        return states;
    }

    /// <exception cref="MarketDataException">The file cannot be written.</exception>
    public static void Write(string path, BarSeries bars, IReadOnlyList<Regime> states)
    {
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentNullException.ThrowIfNull(states);
        StringBuilder text = new("timestamp,regime\n");
        for (int i = 0; i < bars.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{bars.StartOf(i):yyyy-MM-dd'T'HH:mm:ss'Z'},{states[i].ToName()}\n");
        }

        SeriesText.Write(path, text);
    }
}
