using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Backtesting.LookAhead;

/// <summary>A window in bars of the whole data.</summary>
internal sealed record WindowSpan(WalkForwardWindow Window, int TrainEnd, int TestFirst, int TestEnd)
{
    public static WindowSpan Of(WalkForwardWindow window, BarSeries bars) => new(
        window,
        KnownPast.EndedBy(bars, window.TrainTo),
        bars.IndexAtOrAfter(window.TestFrom),
        bars.IndexAtOrAfter(window.TestTo));

    /// <summary>Whether the window is fitted and still trades at a bar's close.</summary>
    public bool SpeaksAt(int bar) => bar >= TrainEnd - 1 && bar < TestEnd;
}
