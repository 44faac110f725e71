using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Patterns.Backdrop;

namespace ForexE2E.Strategy.LookAhead;

/// <summary>Resampled bars as they are known at each close of the finer ones: only those whose end has come.</summary>
internal static class HigherBars
{
    /// <summary>The next higher of the usual timeframes; null when it is above a day or the bars do not fit into it.</summary>
    public static Timeframe? TimeframeAbove(BarSeries bars)
    {
        int minutes = HigherTimeframe.MinutesAbove(bars.Timeframe);
        if (minutes > 1440)
        {
            return null;
        }

        foreach (int start in bars.StartMinutes)
        {
            if ((start % minutes) + bars.Timeframe.Minutes > minutes)
            {
                return null;
            }
        }

        return new Timeframe(minutes);
    }

    public static ulong[] Fingerprints(BarSeries bars, Timeframe higher)
    {
        BarSeries coarse = Resampling.Resample(bars, higher);
        ulong[] prints = new ulong[bars.Count];
        int complete = 0;
        for (int bar = 0; bar < prints.Length; bar++)
        {
            while (complete < coarse.Count && coarse.EndOf(complete) <= bars.EndOf(bar))
            {
                complete++;
            }

            prints[bar] = complete == 0 ? 0 : Of(coarse, complete - 1);
        }

        return prints;
    }

    private static ulong Of(BarSeries coarse, int i)
    {
        Fingerprint print = default;
        print.Add(coarse.StartMinutes[i]);
        print.Add(coarse.Open[i]);
        print.Add(coarse.High[i]);
        print.Add(coarse.Low[i]);
        print.Add(coarse.Close[i]);
        print.Add(coarse.HasVolume ? coarse.Volume[i] : -1);
        return print.Value;
    }
}
