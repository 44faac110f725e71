namespace ForexE2E.Backtesting.LookAhead;

/// <summary>What a component says over a run of bars, one digest a bar.</summary>
internal sealed record ComponentTrace(string Component, int FirstBar, ulong[] Prints)
{
    /// <summary>Compares bar by bar up to the cut, where both say something.</summary>
    public ComponentVerdict Against(ComponentTrace whole, FutureTest test, int cut)
    {
        int first = Math.Max(FirstBar, whole.FirstBar);
        int end = Math.Min(cut + 1, Math.Min(FirstBar + Prints.Length, whole.FirstBar + whole.Prints.Length));
        for (int bar = first; bar < end; bar++)
        {
            if (Prints[bar - FirstBar] != whole.Prints[bar - whole.FirstBar])
            {
                return new ComponentVerdict(Component, test, bar + 1 - first, bar);
            }
        }

        return new ComponentVerdict(Component, test, Math.Max(0, end - first), null);
    }
}
