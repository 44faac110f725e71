namespace ForexE2E.Strategy.Patterns.Shapes;

/// <summary>A straight line over bars: a price at one bar and points a bar.</summary>
internal readonly record struct TrendLine(int Bar, double Price, double Slope)
{
    public static TrendLine Horizontal(double price) => new(0, price, 0);

    public static TrendLine Through(int olderBar, double olderPrice, int newerBar, double newerPrice) =>
        new(olderBar, olderPrice, (newerPrice - olderPrice) / (newerBar - olderBar));

    public double At(int bar) => Price + (Slope * (bar - Bar));

    public TrendLine Shifted(double points) => this with { Price = Price + points };
}
