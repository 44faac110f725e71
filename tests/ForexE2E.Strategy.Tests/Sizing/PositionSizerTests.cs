using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Sizing;

namespace ForexE2E.Strategy.Tests.Sizing;

public sealed class PositionSizerTests
{
    // 10,000 dollars; a micro-lot at 1.10000 is 1,100 dollars and gains a cent a point.
    private static readonly EntryContext Entry = new()
    {
        Side = Side.Long,
        EntryPoints = 110_000,
        CentsPerPoint = 1,
        NotionalCents = 110_000,
        Account = new AccountView { EquityCents = 1_000_000 },
    };

    private static readonly ParameterSet Plain = ParameterCatalog.Space([]).Defaults
        .With("sizing_confidence_scaling", 0)
        .With("sizing_regime_ranging_multiplier", 1);

    [Fact]
    public void Fixed_fraction_loses_the_base_risk_at_the_stop() => Assert.Equal(20, Lots(Plain, 500));

    [Fact]
    public void The_cap_is_a_share_of_equity_times_leverage() => Assert.Equal(54, Lots(Plain, 1));

    [Fact]
    public void Size_follows_the_regime()
    {
        Assert.Equal(30, Lots(Plain, 500, Regime.TrendingUp));
        Assert.Equal(30, Lots(Plain, 500, Regime.TrendingDown));
        Assert.Equal(10, Lots(Plain, 500, Regime.Volatile));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(0.5, 20)]
    [InlineData(1, 30)]
    public void Confidence_scales_from_least_to_full(double confidence, int lots) =>
        Assert.Equal(lots, Lots(Plain.With("sizing_confidence_scaling", 1), 500, confidence: confidence));

    [Fact]
    public void Kelly_risks_its_share_and_nothing_without_an_edge()
    {
        // Kelly is 0.2, a quarter of it 5 % of equity: 100 micro-lots, above the cap at 54; at a tenth 2 %: 40.
        ParameterSet kelly = Plain.With("sizing_method", 1).With("sizing_kelly_fraction", 0.1);
        Assert.Equal(40, Lots(kelly, 500, train: Coin(60, 40)));
        Assert.Equal(0, Lots(kelly, 500, train: Coin(40, 60)));
        Assert.Equal(20, Lots(kelly, 500, train: TrainStatistics.None));
    }

    [Fact]
    public void Optimal_f_risks_a_tenth_of_its_fraction_in_the_largest_loss()
    {
        // f = 0.2 at a largest loss of 1 %: 2 % of equity against 11 dollars a micro-lot.
        Assert.Equal(18, Lots(Plain.With("sizing_method", 2), 500, train: Coin(60, 40)));
    }

    [Fact]
    public void Volatility_adjusted_aims_at_ten_times_the_base_risk() => Assert.Equal(11, Lots(Plain.With("sizing_method", 3), 500));

    [Fact]
    public void Nothing_is_bought_with_no_equity()
    {
        EntryContext broke = Entry with { Account = new AccountView { EquityCents = -5 } };
        Assert.Equal(0, new PositionSizer(new SizingSettings(Plain), 30, TrainStatistics.None).MicroLots(broke, 500, 0.08, Regime.Ranging, 0));
    }

    private static int Lots(ParameterSet p, int stop, Regime regime = Regime.Ranging, double confidence = 0, TrainStatistics? train = null) =>
        new PositionSizer(new SizingSettings(p), 30, train ?? TrainStatistics.None).MicroLots(Entry, stop, 0.08, regime, confidence);

    private static TrainStatistics Coin(int wins, int losses) => new([.. Enumerable.Repeat(0.01, wins), .. Enumerable.Repeat(-0.01, losses)]);
}
