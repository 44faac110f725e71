using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Patterns;

namespace ForexE2E.Strategy.Tests.Patterns;

/// <summary>What must agree before a pattern acts.</summary>
public sealed class GateTests
{
    private static readonly PatternSettings ByRegime = Scan.Plain with { UseRegimeFilter = true, RegimeConfirmationBars = 5 };

    [Theory]
    [InlineData(Regime.Global, true, true)]
    [InlineData(Regime.TrendingUp, true, false)]
    [InlineData(Regime.TrendingDown, false, true)]
    [InlineData(Regime.Ranging, true, true)]
    [InlineData(Regime.Volatile, true, true)]
    public void Reversals_may_not_run_against_a_trend(Regime regime, bool bottomActs, bool topActs)
    {
        Assert.Equal(bottomActs, Acts(DrawnShapes.DoubleBottom, PatternKind.DoubleBottom, regime));
        Assert.Equal(topActs, Acts(DrawnShapes.DoubleBottom with { Mirrored = true }, PatternKind.DoubleTop, regime));
    }

    [Theory]
    [InlineData(Regime.Global, true, true)]
    [InlineData(Regime.TrendingUp, true, false)]
    [InlineData(Regime.TrendingDown, false, true)]
    [InlineData(Regime.Ranging, false, false)]
    [InlineData(Regime.Volatile, true, true)]
    public void Breakouts_may_not_happen_in_a_range_either(Regime regime, bool bullActs, bool bearActs)
    {
        Assert.Equal(bullActs, Acts(DrawnShapes.AscendingTriangle, PatternKind.AscendingTriangle, regime));
        Assert.Equal(bearActs, Acts(DrawnShapes.AscendingTriangle with { Mirrored = true }, PatternKind.DescendingTriangle, regime));
    }

    [Fact]
    public void A_regime_counts_once_it_has_held_long_enough()
    {
        BarSeries bars = DrawnShapes.DoubleBottom.ToBars();
        Regime FromBar55(int bar) => bar < 55 ? Regime.TrendingDown : Regime.TrendingUp;

        Assert.Equal(59, Scan.Of(bars, ByRegime, FromBar55).Acting(PatternKind.DoubleBottom)[0]);
        Assert.Equal(57, Scan.Of(bars, ByRegime with { RegimeConfirmationBars = 3 }, FromBar55).Acting(PatternKind.DoubleBottom)[0]);
    }

    [Fact]
    public void Momentum_must_agree_when_asked_for()
    {
        // A long fall leaves MACD below zero at the breakout from a small bottom.
        Drawing small = new() { Corners = [(0, 38), (5, 40), (112, 0), (120, 1), (128, 0.04), (140, 2.2)] };

        Assert.NotEmpty(Scan.Of(small.ToBars(), Scan.Plain).Acting(PatternKind.DoubleBottom));
        Assert.Empty(Scan.Of(small.ToBars(), Scan.Plain with { UseMomentumConfirmation = true }).Acting(PatternKind.DoubleBottom));
    }

    [Theory]
    [InlineData(-0.2, true)]
    [InlineData(0.2, false)]
    public void The_higher_timeframe_must_agree_when_asked_for(double fallPerBar, bool acts)
    {
        // 300 bars of 5 minutes make 100 of 15, enough for the higher trend to be known.
        int start = 300;
        Drawing drawing = new()
        {
            Corners = [(0, fallPerBar * start), .. DrawnShapes.AscendingTriangle.Corners.Select(c => (start + c.Bar, c.Level))],
        };

        Assert.NotEmpty(Scan.Of(drawing.ToBars(), Scan.Plain).Acting(PatternKind.AscendingTriangle));
        Assert.Equal(acts, Scan.Of(drawing.ToBars(), Scan.Plain with { UseTimeframeAlignment = true }).Acting(PatternKind.AscendingTriangle).Length > 0);
    }

    private static bool Acts(Drawing drawing, PatternKind kind, Regime regime) =>
        Scan.Of(drawing.ToBars(), ByRegime, _ => regime).Acting(kind).Length > 0;
}
