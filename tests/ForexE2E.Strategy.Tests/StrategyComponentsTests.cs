using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Testing.Markets;

namespace ForexE2E.Strategy.Tests;

public sealed class StrategyComponentsTests
{
    private static readonly RunDefinition Run = new()
    {
        Market = new Market(Symbol.Parse("EURUSD"), new Timeframe(5)),
        From = new DateTime(2022, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        To = new DateTime(2022, 3, 1, 0, 0, 0, DateTimeKind.Utc),
        Data = new DataSources(),
    };

    private static readonly MarketData Bare = new(WalkingBars.Make(1, 50, 5, 20), [], null, null, "bare");
    private static readonly MarketData Full = Generated();

    [Fact]
    public void A_component_that_is_not_built_says_so_and_one_not_asked_for_too()
    {
        ImmutableArray<ComponentStatus> statuses = StrategyComponents.Statuses(Run with { Components = [Component.Sssd] }, Full);
        Assert.Equal(7, statuses.Length);
        Assert.Contains(new ComponentStatus(Component.Sssd, false, "component not built"), statuses);
        Assert.Contains(new ComponentStatus(Component.Vix, false, "not asked for"), statuses);
        Assert.Contains(new ComponentStatus(Component.Patterns, false, "not asked for"), statuses);
    }

    [Fact]
    public void A_filter_whose_data_is_missing_says_which()
    {
        ImmutableArray<ComponentStatus> statuses = StrategyComponents.Statuses(Run, Bare);
        Assert.Contains(new ComponentStatus(Component.Patterns, true, ""), statuses);
        Assert.Contains(new ComponentStatus(Component.Vix, false, "no VIX series loaded"), statuses);
        Assert.Contains(new ComponentStatus(Component.Sentiment, false, "no sentiment series loaded"), statuses);
        Assert.Contains(new ComponentStatus(Component.Volume, false, "no volume in the bars"), statuses);
    }

    [Fact]
    public void A_series_that_begins_after_the_span_is_no_data()
    {
        PublishedSeries late = new("late", [Run.To.AddDays(1)], [20]);
        Assert.Contains(
            new ComponentStatus(Component.Vix, false, "no VIX value published before the span ends"),
            StrategyComponents.Statuses(Run, Bare with { Vix = late }));
    }

    [Fact]
    public void With_all_data_portfolio_patterns_and_filters_but_the_news_are_sampled()
    {
        ParameterSpace space = ParameterCatalog.Space(StrategyComponents.FixedParameters(Run, Full));
        Assert.Equal(12 + 10 + 20 + 14 + 8, space.Sampled.Length);
        Assert.Contains(new FixedParameter("filter_sentiment_use_news", 0, "no news series loaded"), space.Fixed);
        Assert.All(space.Fixed.Where(f => f.Name != "filter_sentiment_use_news"), f => Assert.EndsWith("not built", f.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_data_filters_are_never_sampled()
    {
        ParameterSpace space = ParameterCatalog.Space(StrategyComponents.FixedParameters(Run, Bare));
        Assert.Equal(12 + 10 + 20, space.Sampled.Length);
        Assert.Contains(new FixedParameter("filter_volume_obv_period", 20, "no volume in the bars"), space.Fixed);
        Assert.Contains(space.Fixed, f => f.Name == "riskfolio_max_weight" && f.Reason.StartsWith("no other pair loaded", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_components_only_risk_and_sizing_are_sampled()
    {
        ParameterSpace space = ParameterCatalog.Space(StrategyComponents.FixedParameters(Run with { Components = [] }, Full));
        Assert.Equal(22, space.Sampled.Length);
        Assert.Contains(new FixedParameter("pattern_max_age_bars", 20, "component patterns not asked for"), space.Fixed);
    }

    [Fact]
    public void What_lies_below_a_switch_fixed_off_is_fixed_with_the_reason()
    {
        ImmutableArray<FixedParameter> all = StrategyComponents.FixedParameters(Run with { FixedParameters = Run.FixedParameters.Add("risk_use_trailing_stop", "false") }, Full);
        Assert.Contains(new FixedParameter("risk_use_trailing_stop", 0, "fixed by the user"), all);
        Assert.Contains(new FixedParameter("risk_trailing_stop_pct", 1, "risk_use_trailing_stop is fixed at false"), all);
    }

    [Fact]
    public void A_filter_fixed_off_takes_no_part()
    {
        RunDefinition off = Run with { FixedParameters = Run.FixedParameters.Add("filter_vix_enabled", "false") };
        Assert.Contains(new ComponentStatus(Component.Vix, false, "filter_vix_enabled is fixed at false"), StrategyComponents.Statuses(off, Full));
        ImmutableArray<FixedParameter> all = StrategyComponents.FixedParameters(off, Full);
        Assert.Contains(new FixedParameter("filter_vix_enabled", 0, "fixed by the user"), all);
        Assert.Contains(new FixedParameter("filter_vix_high_threshold", 30, "filter_vix_enabled is fixed at false"), all);
    }

    [Fact]
    public void An_unknown_fixed_parameter_is_refused()
    {
        ParameterException error = Assert.Throws<ParameterException>(() =>
            StrategyComponents.FixedParameters(Run with { FixedParameters = Run.FixedParameters.Add("risk_stop_los_pct", "2") }, Full));
        Assert.Contains("risk_stop_loss_pct", error.Message, StringComparison.Ordinal);
    }

    private static MarketData Generated()
    {
        SyntheticMarketData made = SyntheticMarket.Generate(Run.Market, Run.From, Run.From.AddDays(20), 1);
        return new MarketData(made.Bars, made.Pairs, made.Vix, made.Sentiment, "generated");
    }
}
