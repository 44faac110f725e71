using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Strategy.Sssd;

/// <summary>A forecast and whether it counts as certain: among the narrowest of the train span's.</summary>
internal readonly record struct SssdReading(Forecast Forecast, bool IsCertain)
{
    /// <summary>Least score that trades, in units of the usual bar, where the forecast is certain.</summary>
    public const double LoweredBar = 0.9;

    /// <summary>Least score that trades, in units of the usual bar, where it is not.</summary>
    public const double RaisedBar = 1.1;

    private const double CertainSize = 1.5;
    private const double UncertainSize = 0.5;

    /// <summary>What the entry bar is multiplied with.</summary>
    public double Bar => IsCertain ? LoweredBar : RaisedBar;

    /// <summary>What the size is multiplied with.</summary>
    public double Size => IsCertain ? CertainSize : UncertainSize;

    /// <summary>Distance of the stop from the entry as a fraction of price: the lower quantile, for shorts the upper one; 0 or less: on the wrong side, no stop.</summary>
    public float StopDistance(Side side) => side == Side.Long ? -Forecast.Low : Forecast.High;

    /// <summary>Distance of the target, likewise.</summary>
    public float TargetDistance(Side side) => side == Side.Long ? Forecast.High : -Forecast.Low;
}
