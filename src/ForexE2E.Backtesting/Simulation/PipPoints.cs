namespace ForexE2E.Backtesting.Simulation;

/// <summary>Pips in whole points. A pip is ten points; a cost is rounded up, so that one that is not zero never becomes zero.</summary>
internal static class PipPoints
{
    public const int PointsPerPip = 10;

    public static int RoundUp(double pips) => (int)Math.Ceiling(Math.Round(pips * PointsPerPip, 6));
}
