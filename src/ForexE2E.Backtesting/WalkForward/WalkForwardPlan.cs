using System.Collections.Immutable;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Backtesting.WalkForward;

/// <summary>
/// The windows of a span. The first train span begins with the span, each test span follows its train span, and windows
/// follow each other by the step. A window belongs to the sample its whole test span lies in; one that straddles the
/// boundary belongs to neither. Tests that would end after the span are dropped.
/// </summary>
/// <param name="Boundary">Where the in-sample part ends, UTC: midnight, or the end of the span when nothing is held back.</param>
/// <param name="InSample">Windows every trial runs, in order of time; at least one.</param>
/// <param name="OutOfSample">Windows held back, in order of time; may be empty.</param>
public sealed record WalkForwardPlan(
    DateTime Boundary, ImmutableArray<WalkForwardWindow> InSample, ImmutableArray<WalkForwardWindow> OutOfSample)
{
    /// <param name="from">First instant of the span, UTC, inclusive.</param>
    /// <param name="to">End of the span, UTC, exclusive.</param>
    /// <exception cref="ArgumentException">No window's test fits into the in-sample part; the message names the days needed.</exception>
    public static WalkForwardPlan Create(DateTime from, DateTime to, WalkForwardSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        DateTime boundary = BoundaryOf(from, to, settings.OutOfSampleFraction);
        List<WalkForwardWindow> inside = [];
        List<WalkForwardWindow> outside = [];
        for (WalkForwardWindow window = At(0, from, settings); window.TestTo <= to; window = At(window.Index + 1, from, settings))
        {
            if (window.TestTo <= boundary)
            {
                inside.Add(window);
            }
            else if (window.TestFrom >= boundary)
            {
                outside.Add(window);
            }
        }

        return inside.Count > 0 ? new WalkForwardPlan(boundary, [.. inside], [.. outside]) : throw TooShort(from, to, settings);
    }

    private static WalkForwardWindow At(int index, DateTime from, WalkForwardSettings settings)
    {
        DateTime train = from.AddDays((double)index * settings.StepDays);
        DateTime test = train.AddDays(settings.TrainDays);
        return new WalkForwardWindow(index, train, test, test, test.AddDays(settings.TestDays));
    }

    private static DateTime BoundaryOf(DateTime from, DateTime to, double heldBack)
    {
        if (heldBack == 0 || to <= from)
        {
            return to;
        }

        // Whole ticks, so that no rounding of a product moves the boundary over a midnight it falls on.
        long kept = (long)((to - from).Ticks * (1 - (decimal)heldBack));
        return from.AddTicks(kept).Date;
    }

    private static ArgumentException TooShort(DateTime from, DateTime to, WalkForwardSettings settings)
    {
        int window = settings.TrainDays + settings.TestDays;
        int needed = window;
        while (BoundaryOf(from, from.AddDays(needed), settings.OutOfSampleFraction) < from.AddDays(window))
        {
            needed++;
        }

        return new ArgumentException(FormattableString.Invariant(
            $"The span {from:yyyy-MM-dd} to {to:yyyy-MM-dd} has {(to - from).TotalDays:0.#} days, but one window of {settings.TrainDays} train and {settings.TestDays} test days with {settings.OutOfSampleFraction:0.##} held back needs {needed}: choose a longer span, shorter windows, or hold back less."));
    }

    public bool Equals(WalkForwardPlan? other) =>
        other is not null && Boundary == other.Boundary && InSample.SequenceEqual(other.InSample) && OutOfSample.SequenceEqual(other.OutOfSample);

    public override int GetHashCode() => HashCode.Combine(Boundary, InSample.Length, OutOfSample.Length);
}
