using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Strategy.Risk;

/// <summary>
/// Follows the open position: the best price since its entry, from which the trailing and breakeven stops come. Best prices
/// are the recorded ones of closed bars, so a stop moved at a bar's close works from the next bar on. Stops only tighten.
/// </summary>
internal struct PositionWatch
{
    private int _entryBar;
    private int _best;
    private int _trailFrom;
    private int _breakevenFrom;
    private int _trailDistance;

    /// <summary>A watch that follows nothing yet.</summary>
    public static PositionWatch Idle => new() { _entryBar = -1 };

    /// <summary>Takes in a closed bar and moves the stop of the decision if one of the two stops has become nearer.</summary>
    /// <param name="terms">Of the pattern the trade acts on: its trailing replaces that by percent.</param>
    public void Follow(int bar, in PositionView position, BarSeries bars, in RiskSettings risk, in TechnicalTerms terms, ref Decision decision)
    {
        if (position.EntryBar != _entryBar)
        {
            Begin(bar, position, bars, risk, terms);
        }
        else
        {
            Extend(bar, position.Side, bars);
        }

        int sign = (int)position.Side;
        int stop = position.StopPoints;
        if (sign * (_best - _breakevenFrom) >= 0)
        {
            Tighten(sign, position.EntryPoints, ExitReason.BreakevenStop, ref stop, ref decision);
        }

        if (sign * (_best - _trailFrom) >= 0)
        {
            int distance = _trailDistance > 0 ? _trailDistance : StopPlan.Points(_best * risk.Trail);
            Tighten(sign, Math.Max(1, _best - (sign * distance)), ExitReason.TrailingStop, ref stop, ref decision);
        }
    }

    private static void Tighten(int sign, int level, ExitReason reason, ref int stop, ref Decision decision)
    {
        if (stop == 0 || sign * (level - stop) > 0)
        {
            stop = level;
            decision.StopPoints = level;
            decision.StopReason = reason;
        }
    }

    private void Begin(int bar, in PositionView position, BarSeries bars, in RiskSettings risk, in TechnicalTerms terms)
    {
        _entryBar = position.EntryBar;
        _best = position.EntryPoints;
        _trailDistance = terms.TrailFrom > 0 ? terms.TrailDistance : 0;
        _trailFrom = terms.TrailFrom > 0 ? position.EntryPoints + ((int)position.Side * terms.TrailFrom) : Level(position, risk.TrailFrom);
        _breakevenFrom = Level(position, risk.BreakevenFrom);
        for (int i = position.EntryBar; i <= bar; i++)
        {
            Extend(i, position.Side, bars);
        }
    }

    private void Extend(int bar, Side side, BarSeries bars) =>
        _best = side == Side.Long ? Math.Max(_best, bars.High[bar]) : Math.Min(_best, bars.Low[bar]);

    // A level that no price reaches stands for a stop that is switched off.
    private static int Level(in PositionView position, double fraction)
    {
        int sign = (int)position.Side;
        return double.IsPositiveInfinity(fraction)
            ? sign > 0 ? int.MaxValue / 2 : int.MinValue / 2
            : position.EntryPoints + (sign * StopPlan.Points(position.EntryPoints * fraction));
    }
}
