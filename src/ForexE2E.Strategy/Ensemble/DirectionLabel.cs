using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Ensemble;

/// <summary>What the ensemble learns: whether the close <see cref="HorizonBars"/> later lies above this one.</summary>
internal static class DirectionLabel
{
    /// <summary>Bars ahead.</summary>
    public const int HorizonBars = 12;

    /// <summary>1 for up, -1 for down, 0 where there is no label: an equal close, or a label that needs a bar at or after <paramref name="end"/>.</summary>
    public static int Of(BarSeries bars, int bar, int end) =>
        bar + HorizonBars >= end ? 0 : Math.Sign(bars.Close[bar + HorizonBars] - bars.Close[bar]);
}
