using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Patterns.Backdrop;
using ForexE2E.Strategy.Patterns.Shapes;

namespace ForexE2E.Strategy.Patterns.Lifecycle;

/// <summary>One pattern and its life, in the bullish reading: forming, broken out of, retested, tradable, over.</summary>
internal struct TrackedPattern(in PatternOutline outline, Side direction, int anchor, double support)
{
    /// <summary>How near, in average true ranges at the breakout, a retest must come and a false breakout may not fall back.</summary>
    private const double RetestReach = 0.5;

    private readonly PatternOutline _outline = outline;
    private readonly int _anchor = anchor;
    private readonly double _support = support;
    private double _level;
    private double _target;
    private double _stop;
    private double _reach;

    public readonly Side Direction { get; } = direction;

    public PatternStage Stage { get; private set; } = PatternStage.Forming;

    /// <summary>Bar that broke out; -1 while forming.</summary>
    public int CompletedAt { get; private set; } = -1;

    public PatternQuality Quality { get; private set; }

    public readonly PatternShape Shape => _outline.Shape;

    public readonly int LastPivotBar => _outline.LastBar;

    public readonly int Anchor => _anchor;

    /// <summary>Whether it has ended.</summary>
    public readonly bool IsOver => Stage > PatternStage.Tradable;

    /// <summary>Lives through one more bar.</summary>
    public void Advance(in PatternBar bar, PatternSettings settings, PatternBackdrop backdrop)
    {
        switch (Stage)
        {
            case PatternStage.Forming:
                Form(bar, settings, backdrop);
                break;
            case PatternStage.AwaitingRetest:
                AwaitRetest(bar, settings);
                break;
            case PatternStage.Tradable:
                Stage = Outcome(bar, settings.MaxAgeBars);
                break;
            default:
                break;
        }
    }

    /// <summary>What it looks like from outside at a bar's close.</summary>
    public readonly ChartPattern Describe(int bar, PatternSettings settings)
    {
        bool forming = Stage == PatternStage.Forming;
        double level = forming ? Math.Ceiling(_outline.Ceiling.At(bar)) : _level;
        return new ChartPattern(
            Shape.Named(Direction),
            Direction,
            Stage,
            _outline.FirstBar,
            _outline.LastBar,
            CompletedAt < 0 ? null : CompletedAt,
            _outline.Height,
            ToPoints(level),
            ToPoints(level + Distance(settings.TargetMultiplier)),
            ToPoints(level - Distance(settings.StopMultiplier)),
            forming ? PatternQuality.Of(settings, _outline.Fit, null, _support, 0.5) : Quality);
    }

    /// <summary>What it asks for when it acts.</summary>
    public readonly PatternReading Read(PatternSettings settings)
    {
        double target = Distance(settings.TargetMultiplier);
        return new PatternReading(
            Shape.Named(Direction),
            Direction,
            Quality.Total,
            _outline.Height,
            CompletedAt,
            ToPoints(_level),
            (int)target,
            (int)Distance(settings.StopMultiplier),
            ToPoints(_stop),
            (int)Math.Round(settings.TrailingActivation * target),
            Math.Max(1, (int)Math.Round(settings.TrailingStep * target)));
    }

    private void Form(in PatternBar bar, PatternSettings settings, PatternBackdrop backdrop)
    {
        if (bar.Index > _outline.LastBar + settings.LargestLeg)
        {
            Stage = PatternStage.Expired;
        }
        else if (bar.Close > _outline.Ceiling.At(bar.Index))
        {
            Complete(bar, settings, backdrop);
        }
        else if (bar.Close < _outline.Floor.At(bar.Index))
        {
            Stage = PatternStage.Invalidated;
        }
    }

    private void Complete(in PatternBar bar, PatternSettings settings, PatternBackdrop backdrop)
    {
        double? volume = backdrop.VolumeRatio(bar.Index);
        if (settings.UseVolumeConfirmation && volume <= settings.VolumeThreshold)
        {
            Stage = PatternStage.Unconfirmed;
            return;
        }

        CompletedAt = bar.Index;
        // The first whole point at or beyond the line, so that mirrored prices give the mirrored level.
        _level = Math.Ceiling(_outline.Ceiling.At(bar.Index));
        _target = _level + Distance(settings.TargetMultiplier);
        _stop = _level - Distance(settings.StopMultiplier);
        _reach = RetestReach * backdrop.AverageTrueRange(bar.Index);
        double trend = 0.5 + (0.5 * (int)Direction * backdrop.Trend(bar.Index));
        Quality = PatternQuality.Of(settings, _outline.Fit, volume, _support, trend);
        Stage = settings.UseFalseBreakoutFilter ? PatternStage.AwaitingRetest : PatternStage.Tradable;
        Stage = bar.Close >= _target ? PatternStage.Fulfilled : Stage;
    }

    private void AwaitRetest(in PatternBar bar, PatternSettings settings)
    {
        Stage = Outcome(bar, Math.Min(settings.RetestBars, settings.MaxAgeBars));
        if (IsOver)
        {
            return;
        }

        if (bar.Close < _level - _reach)
        {
            Stage = PatternStage.Invalidated; // the breakout was a false one
        }
        else if (bar.Low <= _level + _reach && bar.Close > _level)
        {
            Stage = PatternStage.Tradable;
        }
    }

    private readonly PatternStage Outcome(in PatternBar bar, int barsAllowed)
    {
        if (bar.High >= _target)
        {
            return PatternStage.Fulfilled;
        }

        if (bar.Close < _stop)
        {
            return PatternStage.Invalidated;
        }

        return bar.Index - CompletedAt > barsAllowed ? PatternStage.Expired : Stage;
    }

    private readonly double Distance(double heights) => Math.Max(1, Math.Round(heights * _outline.Height));

    private readonly int ToPoints(double mirrored) => _anchor + ((int)Direction * (int)mirrored);
}
