using ForexE2E.Domain.Parameters;

namespace ForexE2E.Strategy.Filters;

/// <summary>Asks whether volume carries a signal: enough of it for the hour, flowing its way, and a spike makes it surer.</summary>
internal sealed class VolumeFilter
{
    private readonly VolumeColumns _volume;
    private readonly HourlyVolume? _usual;
    private readonly int _balanceBars;
    private readonly int _priceBars;
    private readonly double _spike;
    private readonly double _leastLiquidity;

    /// <param name="usual">What the window's train span taught; null: liquidity is not judged.</param>
    public VolumeFilter(VolumeColumns volume, HourlyVolume? usual, ParameterSet p)
    {
        _volume = volume;
        _usual = usual;
        _balanceBars = p.GetInt("filter_volume_obv_period");
        _priceBars = p.GetInt("filter_volume_vwap_period");
        _spike = p["filter_volume_spike_threshold"];
        _leastLiquidity = p["filter_volume_min_liquidity_pct"];
    }

    /// <summary>The signal as volume leaves it; the default when the trade is skipped.</summary>
    public EntryOutlook Apply(int bar, in EntryOutlook signal)
    {
        int side = (int)signal.Side;
        float volume = _volume.VolumeAt(bar);
        bool isThin = _usual is not null && volume < _leastLiquidity * _usual.At(_volume.HourAt(bar));
        if (isThin || _volume.BalanceSlope(bar, _balanceBars) == -side || _volume.SideOfWeightedPrice(bar, _priceBars) == -side)
        {
            return default;
        }

        double usual = _volume.MeanBefore(bar);
        return usual > 0 && volume > _spike * usual
            ? signal with { Confidence = (1 + signal.Confidence) / 2 }
            : signal;
    }
}
