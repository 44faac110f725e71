using System.Collections.Immutable;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Strategy.LookAhead;

namespace ForexE2E.Backtesting.LookAhead;

/// <summary>
/// Truncate and compare: whatever a component says at a bar's close must be the same, bit for bit, when the future after a
/// later or the same bar is taken away, and when it is another one. Cuts may be examined on several threads at once.
/// </summary>
public sealed class LookAheadCheck
{
    private readonly RunDefinition _definition;
    private readonly MarketData _data;
    private readonly Backtest _whole;
    private readonly ImmutableArray<WindowSpan> _windows;
    private readonly ImmutableArray<SeriesComponent> _series;
    private readonly ImmutableArray<Lazy<ComponentTrace>> _wholeSeries;
    private readonly ulong _seed;

    /// <param name="definition">Span, windows, components and costs as a backtest takes them.</param>
    /// <param name="data">All data.</param>
    /// <param name="seed">Of the seeded cuts and the other futures.</param>
    /// <param name="plantLeak">Whether a component that looks one bar ahead is put among the others.</param>
    /// <exception cref="ArgumentException">The span is too short for a window, or a cost model lacks its data.</exception>
    public LookAheadCheck(RunDefinition definition, MarketData data, ulong seed, bool plantLeak = false)
    {
        (_definition, _data, _seed) = (definition, data, seed);
        _whole = new Backtest(definition, data, new FitCache(int.MaxValue));
        _windows = [.. _whole.InSample.Concat(_whole.OutOfSample).Select(w => WindowSpan.Of(w, data.Bars)).Where(w => w.TestEnd > w.TestFirst && w.TrainEnd > 0)];
        if (_windows.IsEmpty)
        {
            throw new ArgumentException("No window of the span has bars to test: choose a span that the bars cover.", nameof(data));
        }

        _series = plantLeak ? [.. SeriesComponents.For(data), SeriesComponents.PlantedLeak] : SeriesComponents.For(data);
        _wholeSeries = [.. _series.Select(c => new Lazy<ComponentTrace>(() => new ComponentTrace(c.Name, 0, c.Fingerprints(data))))];
        Components = [.. _series.Select(c => (c.Name, c.What)), .. WindowTraces.Components];
    }

    /// <summary>Names and words of all components, in the order of the verdicts.</summary>
    public ImmutableArray<(string Name, string What)> Components { get; }

    /// <summary>Which components of the strategy take part, and why others do not.</summary>
    public ImmutableArray<ComponentStatus> Statuses => _whole.Components;

    /// <summary>Edge bars and so many seeded ones.</summary>
    public ImmutableArray<Cut> Cuts(int seeded) => new CutChoice(_data, _windows).Choose(seeded, _seed);

    /// <summary>Both tests of every component at one cut.</summary>
    public CutResult Examine(Cut cut, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cut);
        return new CutResult(cut,
        [
            .. Compare(KnownPast.At(_data, cut.Bar), FutureTest.Truncated, cut.Bar, cancellation),
            .. Compare(OtherFuture.After(_data, cut.Bar, _seed), FutureTest.Changed, cut.Bar, cancellation),
        ]);
    }

    private IEnumerable<ComponentVerdict> Compare(MarketData other, FutureTest test, int cut, CancellationToken cancellation)
    {
        for (int i = 0; i < _series.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            ComponentTrace trace = new(_series[i].Name, 0, _series[i].Fingerprints(other));
            yield return trace.Against(_wholeSeries[i].Value, test, cut);
        }

        Backtest? part = null;
        foreach (WindowSpan span in _windows.Where(w => w.SpeaksAt(cut)))
        {
            part ??= new Backtest(_definition, other, new FitCache());
            ImmutableArray<ComponentTrace> whole = WindowTraces.Of(_whole, _data.Bars, span.Window, cancellation);
            ImmutableArray<ComponentTrace> traces = WindowTraces.Of(part, other.Bars, span.Window, cancellation);
            for (int i = 0; i < traces.Length; i++)
            {
                yield return traces[i].Against(whole[i], test, cut);
            }
        }
    }
}
