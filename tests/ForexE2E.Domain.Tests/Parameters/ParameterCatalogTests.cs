using System.Globalization;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Domain.Tests.Parameters;

/// <summary>The catalogue against section 4.2 of the specification, its table copied out here.</summary>
public sealed class ParameterCatalogTests
{
    /// <summary>Name, type, bounds or choices, default (choices: the specification names none), scale.</summary>
    private const string Specification =
        """
        sssd_diffusion_steps | int | 10 ; 100 | 50 |
        sssd_noise_schedule | categorical | linear ; cosine ; sigmoid |  |
        sssd_sampling_method | categorical | ddpm ; ddim |  |
        sssd_guidance_scale | float | 0.0 ; 2.0 | 1.0 |
        sssd_temperature | float | 0.5 ; 1.5 | 1.0 |
        sssd_quantile_confidence | float | 0.6 ; 0.95 | 0.8 |
        sssd_uncertainty_threshold | float | 0.1 ; 0.5 | 0.2 |
        sssd_forecast_horizon | int | 1 ; 24 | 4 |
        sssd_min_samples | int | 100 ; 500 | 200 |
        sssd_use_ensemble | bool |  | true |
        riskfolio_risk_measure | categorical | MV ; CVaR ; CDaR ; EVaR ; WR |  |
        riskfolio_objective | categorical | Sharpe ; MinRisk ; Utility ; MaxRet |  |
        riskfolio_risk_aversion | float | 0.1 ; 5.0 | 1.0 | log
        riskfolio_max_weight | float | 0.1 ; 0.5 | 0.3 |
        riskfolio_min_weight | float | 0.0 ; 0.05 | 0.0 |
        riskfolio_risk_free_rate | float | 0.0 ; 0.05 | 0.0 |
        riskfolio_use_risk_parity | bool |  | false |
        riskfolio_rebalance_freq | int | 1 ; 30 | 7 |
        pattern_confidence_threshold | float | 0.5 ; 0.9 | 0.6 |
        pattern_lookback_period | int | 20 ; 100 | 50 |
        pattern_min_pattern_size | int | 3 ; 10 | 5 |
        pattern_max_pattern_size | int | 10 ; 30 | 15 |
        pattern_use_volume_confirmation | bool |  | true |
        pattern_volume_threshold | float | 1.2 ; 3.0 | 1.5 |
        pattern_use_regime_filter | bool |  | true |
        pattern_regime_confirmation_bars | int | 3 ; 10 | 5 |
        pattern_false_breakout_filter | bool |  | true |
        pattern_breakout_retest_bars | int | 2 ; 8 | 3 |
        pattern_target_multiplier | float | 1.0 ; 3.0 | 2.0 |
        pattern_stop_loss_multiplier | float | 0.5 ; 1.5 | 1.0 |
        pattern_trailing_activation_pct | float | 0.5 ; 2.0 | 1.0 |
        pattern_trailing_step_pct | float | 0.1 ; 0.5 | 0.2 |
        pattern_max_age_bars | int | 5 ; 50 | 20 |
        pattern_confluence_weight | float | 0.0 ; 1.0 | 0.5 |
        pattern_timeframe_alignment | bool |  | true |
        pattern_support_resistance_weight | float | 0.0 ; 1.0 | 0.3 |
        pattern_trend_alignment_weight | float | 0.0 ; 1.0 | 0.4 |
        pattern_momentum_confirmation | bool |  | true |
        rl_actor_lr | float | 1e-5 ; 1e-3 | 3e-4 | log
        rl_critic_lr | float | 1e-5 ; 1e-3 | 3e-4 | log
        rl_gamma | float | 0.90 ; 0.99 | 0.95 |
        rl_clip_epsilon | float | 0.1 ; 0.3 | 0.2 |
        rl_gae_lambda | float | 0.90 ; 0.99 | 0.95 |
        rl_entropy_coef | float | 0.0 ; 0.1 | 0.01 |
        rl_value_coef | float | 0.1 ; 1.0 | 0.5 |
        rl_max_grad_norm | float | 0.1 ; 1.0 | 0.5 |
        rl_ppo_epochs | int | 3 ; 10 | 5 |
        rl_mini_batch_size | int | 32 ; 256 | 64 |
        rl_actor_hidden_layers | categorical | [256,128] ; [512,256] ; [256,256,128] |  |
        rl_critic_hidden_layers | categorical | [256,128] ; [512,256] ; [256,256,128] |  |
        rl_use_lstm | bool |  | false |
        rl_lstm_hidden_size | int | 64 ; 256 | 128 |
        rl_hybrid_alpha | float | 0.0 ; 1.0 | 0.5 |
        risk_stop_loss_pct | float | 0.5 ; 5.0 | 2.0 |
        risk_take_profit_pct | float | 1.0 ; 10.0 | 4.0 |
        risk_trailing_stop_pct | float | 0.5 ; 3.0 | 1.0 |
        risk_trailing_activation_pct | float | 0.5 ; 2.0 | 1.0 |
        risk_atr_multiplier | float | 1.0 ; 3.0 | 2.0 |
        risk_atr_period | int | 10 ; 30 | 14 |
        risk_use_trailing_stop | bool |  | true |
        risk_use_time_based_exit | bool |  | true |
        risk_max_holding_hours | int | 6 ; 48 | 24 |
        risk_daily_loss_limit_pct | float | 2.0 ; 5.0 | 3.0 |
        risk_use_breakeven_stop | bool |  | true |
        risk_breakeven_trigger_pct | float | 0.5 ; 1.5 | 1.0 |
        sizing_method | categorical | fixed_fraction ; kelly ; optimal_f ; volatility_adjusted |  |
        sizing_base_risk_pct | float | 0.5 ; 2.0 | 1.0 |
        sizing_kelly_fraction | float | 0.1 ; 0.5 | 0.25 |
        sizing_max_position_size_pct | float | 10.0 ; 50.0 | 20.0 |
        sizing_regime_trending_multiplier | float | 1.0 ; 2.0 | 1.5 |
        sizing_regime_ranging_multiplier | float | 0.5 ; 1.0 | 0.7 |
        sizing_regime_volatile_multiplier | float | 0.3 ; 0.8 | 0.5 |
        sizing_confidence_scaling | bool |  | true |
        sizing_confidence_min_multiplier | float | 0.3 ; 0.7 | 0.5 |
        sizing_confidence_max_multiplier | float | 1.0 ; 2.0 | 1.5 |
        filter_vix_enabled | bool |  | true |
        filter_vix_high_threshold | float | 20.0 ; 40.0 | 30.0 |
        filter_vix_extreme_threshold | float | 35.0 ; 60.0 | 50.0 |
        filter_vix_high_reduction_pct | float | 0.3 ; 0.7 | 0.5 |
        filter_vix_extreme_reduction_pct | float | 0.5 ; 0.9 | 0.7 |
        filter_sentiment_enabled | bool |  | true |
        filter_sentiment_contrarian_threshold | float | 0.6 ; 0.9 | 0.75 |
        filter_sentiment_confidence_threshold | float | 0.5 ; 0.8 | 0.6 |
        filter_sentiment_fade_strength | float | 0.5 ; 1.5 | 1.0 |
        filter_sentiment_use_news | bool |  | false |
        filter_volume_enabled | bool |  | true |
        filter_volume_obv_period | int | 10 ; 50 | 20 |
        filter_volume_vwap_period | int | 20 ; 100 | 50 |
        filter_volume_spike_threshold | float | 1.5 ; 3.0 | 2.0 |
        filter_volume_min_liquidity_pct | float | 0.5 ; 0.9 | 0.7 |
        """;

    private static readonly string[][] Rows = [.. Specification.Split('\n').Select(l => l.Split('|', StringSplitOptions.TrimEntries))];

    [Fact]
    public void The_names_are_those_of_the_specification_in_its_order() =>
        Assert.Equal(Rows.Select(r => r[0]), ParameterCatalog.All.Select(d => d.Name));

    [Fact]
    public void The_groups_have_their_sizes() => Assert.Equal(
        [10, 8, 20, 15, 12, 10, 15],
        Enum.GetValues<ParameterGroup>().Where(g => g != ParameterGroup.Other).Select(g => ParameterCatalog.All.Count(d => d.Group == g)));

    [Fact]
    public void Types_bounds_defaults_and_scales_are_those_of_the_specification() => Assert.All(Rows, row =>
    {
        ParameterDefinition d = ParameterCatalog.All[ParameterCatalog.All.IndexOf(row[0])];
        Assert.Equal(row[1], d.Kind.ToString().ToLowerInvariant());
        string[] range = row[2].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (d.Kind == ParameterKind.Categorical)
        {
            Assert.Equal(range, d.Choices);
            return;
        }

        Assert.Equal(row[3], d.Kind == ParameterKind.Bool ? d.Format(d.Default) : row[3]);
        if (d.Kind != ParameterKind.Bool)
        {
            Assert.Equal([Number(range[0]), Number(range[1]), Number(row[3])], [d.Low, d.High, d.Default]);
        }

        Assert.Equal(row[4] == "log", d.LogScale);
    });

    [Fact]
    public void Every_parameter_says_what_it_does() => Assert.All(ParameterCatalog.All, d => Assert.NotEmpty(d.Effect));

    [Fact]
    public void Every_condition_names_a_value_its_parent_may_take() => Assert.All(
        ParameterCatalog.All.Where(d => d.LiveWhen is not null),
        d => Assert.True(ParameterCatalog.All[ParameterCatalog.All.IndexOf(d.LiveWhen!.Parent)].Holds(d.LiveWhen.Value), d.Name));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
