using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Randomness;

namespace ForexE2E.Backtesting.LookAhead;

/// <summary>Chooses the bars to cut at: edges where leaks like to hide, and seeded ones.</summary>
internal sealed class CutChoice(MarketData data, ImmutableArray<WindowSpan> windows)
{
    private readonly List<Cut> _cuts = [];

    /// <summary>Edges first, then so many seeded bars of the test spans; no bar twice.</summary>
    public ImmutableArray<Cut> Choose(int seeded, ulong seed)
    {
        WindowSpan middle = windows[windows.Length / 2];
        AddWindow(windows[0], "first");
        AddWindow(windows[^1], "last");
        AddGap(middle);
        AddPublication(data.Vix, "VIX", middle);
        AddPublication(data.Sentiment, "sentiment", middle);
        AddPublication(data.News, "news", middle);
        AddHigherBar(middle);
        SplitMix64 random = new(SeedOf.Mix(seed, 0, 30));
        int testBars = windows.Sum(w => w.TestEnd - w.TestFirst);
        for (int i = 0; i < seeded && testBars > 0; i++)
        {
            Add(BarOfTest(random.NextInt(testBars)), "seeded");
        }

        return [.. _cuts];
    }

    private void AddWindow(WindowSpan w, string which)
    {
        Add(w.TrainEnd - 1, $"last train bar of the {which} window");
        Add(w.TestFirst, $"first test bar of the {which} window");
        Add(w.TestEnd - 1, $"last test bar of the {which} window");
    }

    private void AddGap(WindowSpan w)
    {
        int longest = w.TestFirst + 1;
        for (int bar = w.TestFirst + 1; bar < w.TestEnd; bar++)
        {
            longest = Gap(bar) > Gap(longest) ? bar : longest;
        }

        Add(longest - 1, "last bar before a gap");
        Add(longest, "first bar after a gap");
    }

    private int Gap(int bar) => bar < data.Bars.Count ? data.Bars.StartMinutes[bar] - data.Bars.StartMinutes[bar - 1] : 0;

    private void AddPublication(PublishedSeries? series, string name, WindowSpan w)
    {
        for (int bar = w.TestFirst; series is not null && bar < w.TestEnd; bar++)
        {
            if (series.IndexBefore(data.Bars.EndOf(bar)) != series.IndexBefore(data.Bars.EndOf(bar - 1)))
            {
                Add(bar - 1, $"last bar before a {name} value is known");
                Add(bar, $"first bar at which a {name} value is known");
                return;
            }
        }
    }

    private void AddHigherBar(WindowSpan w)
    {
        for (int bar = w.TestFirst + 1; bar < w.TestEnd; bar++)
        {
            if (data.Bars.EndOf(bar).TimeOfDay.TotalMinutes % 240 == 0)
            {
                Add(bar - 1, "last bar before higher bars end");
                Add(bar, "bar at which higher bars end");
                return;
            }
        }
    }

    private int BarOfTest(int nth)
    {
        foreach (WindowSpan w in windows)
        {
            int count = w.TestEnd - w.TestFirst;
            if (nth < count)
            {
                return w.TestFirst + nth;
            }

            nth -= count;
        }

        return windows[^1].TestEnd - 1;
    }

    private void Add(int bar, string why)
    {
        if (bar >= 0 && bar < data.Bars.Count && _cuts.TrueForAll(c => c.Bar != bar))
        {
            _cuts.Add(new Cut(bar, why));
        }
    }
}
