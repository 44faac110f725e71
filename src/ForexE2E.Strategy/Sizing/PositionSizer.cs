using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Strategy.Sizing;

/// <summary>
/// Sizes positions in whole micro-lots at the fill. Fixed fraction and Kelly put a share of equity at risk between entry and
/// stop; optimal f puts a share at risk in a repetition of the largest train loss; volatility adjusted aims at a yearly
/// volatility of the position. Then come the factors of regime, confidence and filters, then the cap.
/// </summary>
internal readonly struct PositionSizer
{
    /// <summary>The base risk at which Kelly and optimal f are taken as they are; others scale in proportion.</summary>
    public const double NeutralBaseRisk = 0.01;

    /// <summary>Share of optimal f that is taken at neutral base risk: the full bet is known for ruinous falls (Vince 1992).</summary>
    public const double OptimalFShare = 0.1;

    /// <summary>Yearly volatility of the position, in units of the base risk: 1 % of base risk aims at 10 % a year.</summary>
    public const double TargetVolatilityPerBaseRisk = 10;
    private readonly SizingSettings _settings;
    private readonly double _leverage;
    private readonly double _riskOfEquity;
    private readonly double _lossOfNotional;

    public PositionSizer(in SizingSettings settings, double leverage, TrainStatistics train)
    {
        _settings = settings;
        _leverage = leverage;
        double scale = settings.BaseRisk / NeutralBaseRisk;
        _riskOfEquity = settings.BaseRisk;
        if (settings.Method == SizingMethod.Kelly && KellyCriterion.Of(train.TradeReturns) is { } kelly)
        {
            _riskOfEquity = scale * settings.KellyFraction * kelly;
        }
        else if (settings.Method == SizingMethod.OptimalF && OptimalF.Of(train.TradeReturns) is { } optimal)
        {
            _riskOfEquity = scale * OptimalFShare * optimal.Fraction;
            _lossOfNotional = optimal.LargestLoss;
        }
    }

    /// <summary>Micro-lots, 0 or more.</summary>
    /// <param name="stopDistance">Points from entry to stop, at least one.</param>
    /// <param name="annualVolatility">Of the market, at the signal, as a fraction.</param>
    /// <param name="confidence">0 at the entry bar to 1.</param>
    /// <param name="filters">Factor of the market filters, 0 to 1.</param>
    public int MicroLots(in EntryContext context, int stopDistance, double annualVolatility, Regime regime, double confidence, double filters = 1)
    {
        double equity = context.Account.EquityCents;
        if (!(equity > 0 && context.NotionalCents > 0 && context.CentsPerPoint > 0))
        {
            return 0;
        }

        double most = _settings.MostOfEquity * _leverage * equity / context.NotionalCents;
        if (_settings.Method == SizingMethod.Unit)
        {
            return Whole(Math.Max(1, equity / context.NotionalCents));
        }

        double lots = _settings.Method == SizingMethod.VolatilityAdjusted
            ? equity * _settings.BaseRisk * TargetVolatilityPerBaseRisk / annualVolatility / context.NotionalCents
            : equity * _riskOfEquity / LossOfOne(context, stopDistance);
        double factor = filters * _settings.Of(regime)
            * (_settings.AtLeastConfidence + (confidence * (_settings.AtFullConfidence - _settings.AtLeastConfidence)));
        return Whole(Math.Min(lots * factor, most));
    }

    // Cents one micro-lot loses in the case the risk is counted for.
    private double LossOfOne(in EntryContext context, int stopDistance) => _lossOfNotional > 0
        ? _lossOfNotional * context.NotionalCents
        : stopDistance * context.CentsPerPoint;

    // A millionth is forgiven: the last bits of a product must not cost a micro-lot.
    private static int Whole(double lots) => (int)Math.Min(Math.Floor(lots + 1e-6), int.MaxValue / 2);
}
