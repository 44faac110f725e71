namespace ForexE2E.Strategy.Ensemble.Features;

/// <summary>Wilder's relative strength index, scaled to -1 (only falls) to 1 (only rises).</summary>
internal sealed class RelativeStrength(int period)
{
    private double _up;
    private double _down;

    public double Next(int change)
    {
        _up += (Math.Max(0, change) - _up) / period;
        _down += (Math.Max(0, -change) - _down) / period;
        double all = _up + _down;
        return all > 0 ? (_up - _down) / all : 0;
    }
}
