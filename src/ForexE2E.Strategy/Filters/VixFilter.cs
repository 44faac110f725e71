using ForexE2E.Domain.Parameters;

namespace ForexE2E.Strategy.Filters;

/// <summary>Trades smaller when the VIX is high, and smaller still when it is extreme.</summary>
internal sealed class VixFilter
{
    private readonly PublishedColumn _vix;
    private readonly double _high;
    private readonly double _extreme;
    private readonly double _atHigh;
    private readonly double _atExtreme;

    public VixFilter(PublishedColumn vix, ParameterSet p)
    {
        _vix = vix;
        _high = p["filter_vix_high_threshold"];
        _extreme = p["filter_vix_extreme_threshold"];
        _atHigh = 1 - p["filter_vix_high_reduction_pct"];
        _atExtreme = 1 - p["filter_vix_extreme_reduction_pct"];
    }

    /// <summary>What sizes are multiplied with; 1 before the first value is published.</summary>
    public double SizeFactorAt(int bar)
    {
        int report = _vix.ReportAt(bar);
        double level = report < 0 ? double.NegativeInfinity : _vix.Values[report];
        return level >= _extreme ? _atExtreme : level >= _high ? _atHigh : 1;
    }
}
