using System.Text.Json;
using ForexE2E.Backtesting.Metrics;
using ForexE2E.Backtesting.Tests.Vectors;

namespace ForexE2E.Backtesting.Tests.Metrics;

/// <summary>Falls from a running peak.</summary>
public sealed class DrawdownTests
{
    [Fact]
    public void Nine_points_give_the_worked_drawdown()
    {
        (JsonElement inputs, JsonElement outputs) = Vector.Statistics("drawdown_9");
        Drawdown drawdown = Drawdown.Of(inputs.Numbers("equity"));
        outputs.MustBe("max_drawdown_fraction", drawdown.Fraction);
        outputs.MustBe("max_drawdown_money", drawdown.Money);
        outputs.MustBe("peak_index", drawdown.PeakIndex);
        outputs.MustBe("trough_index", drawdown.TroughIndex);
        outputs.MustBe("recovery_index", drawdown.RecoveryIndex);
        outputs.MustBe("longest_under_water", drawdown.LongestUnderWater);
    }

    [Fact]
    public void Money_and_fraction_may_come_from_different_falls()
    {
        Drawdown drawdown = Drawdown.Of([100, 50, 1000, 800]);
        Assert.Equal((200, 0.5), (drawdown.Money, drawdown.Fraction));
        Assert.Equal((0, 1), (drawdown.PeakIndex, drawdown.TroughIndex));
    }

    [Fact]
    public void A_curve_that_only_rises_has_no_drawdown_and_no_indices()
    {
        Drawdown drawdown = Drawdown.Of([1, 2, 2, 3]);
        Assert.Equal(new Drawdown(0, 0, null, null, null, 0), drawdown);
    }
}
