namespace ForexE2E.Strategy.Riskfolio.Universe;

/// <summary>
/// Plans the weights of a span: re-optimised on the first trading day at or after every multiple of the rebalancing days from an anchor, and
/// between on the day after the portfolio so bought has drifted by more than a tenth. An optimisation of a day sees the returns of the
/// last 100 finished days before it. Depends on nothing but the data before each day, the anchor and the settings. Thread-safe.
/// </summary>
internal sealed class WeightPlan(DailyReturns returns)
{
    /// <summary>Trading days an optimisation looks back on.</summary>
    public const int EstimationDays = 100;

    /// <summary>With fewer finished days nothing is estimated: all pairs weigh the same.</summary>
    public const int LeastDays = 20;

    /// <summary>A weight's change by prices alone, relative to itself, beyond which it is bought anew early.</summary>
    public const double MostDrift = 0.1;

    private readonly AllocationMemory _memory = new();

    public DailyReturns Returns => returns;

    /// <summary>Optimisations remembered.</summary>
    public int Remembered => _memory.Count;

    /// <summary>Weights for the days of a span.</summary>
    /// <param name="anchor">The trading day from which rebalancing days are counted, not after <paramref name="first"/>.</param>
    /// <param name="first">First trading day of the span; the data must have a bar on it.</param>
    /// <param name="last">Last trading day.</param>
    public PortfolioWeights Make(int anchor, int first, int last, in RiskfolioSettings settings)
    {
        int begin = returns.IndexAtOrAfter(anchor + ((first - anchor) / settings.RebalanceDays * settings.RebalanceDays));
        int from = returns.IndexAtOrAfter(first), end = returns.IndexAtOrAfter(last + 1);
        double[] all = new double[(end - from) * returns.Pairs.Length];
        double[] target = [], held = [];
        for (int i = begin; i < end; i++)
        {
            if (i == begin || PeriodOf(i, anchor, settings) > PeriodOf(i - 1, anchor, settings) || HasDrifted(i - 1, target, held))
            {
                target = Optimised(i, settings);
                held = [.. target];
            }

            if (i >= from)
            {
                target.CopyTo(all, (i - from) * target.Length);
            }
        }

        return new PortfolioWeights(returns.Pairs, returns.Days[from..end].ToArray(), all);
    }

    private int PeriodOf(int index, int anchor, in RiskfolioSettings settings) => (int)Math.Floor((double)(returns.Days[index] - anchor) / settings.RebalanceDays);

    // Lets the prices of a finished day move what is held, cash included, and compares it with what was bought.
    private bool HasDrifted(int index, double[] target, double[] held)
    {
        ReadOnlySpan<double> day = returns.On(index);
        double whole = 1 + Vectors.Dot(held, day);
        bool hasDrifted = false;
        for (int i = 0; i < held.Length; i++)
        {
            held[i] *= (1 + day[i]) / whole;
            // Rounded so that no last bit decides.
            hasDrifted |= Math.Round(Math.Abs(held[i] - target[i]), 9) > MostDrift * target[i];
        }

        return hasDrifted;
    }

    private double[] Optimised(int index, in RiskfolioSettings settings)
    {
        RiskfolioSettings wanted = settings;
        return _memory.GetOrCompute(returns.Days[index], settings, () => Optimise(index, wanted.ToTerms()));
    }

    private double[] Optimise(int index, PortfolioTerms terms)
    {
        int first = Math.Max(1, index - EstimationDays), count = index - first;
        int[] quoted = [.. Enumerable.Range(0, returns.Pairs.Length).Where(pair => IsQuoted(pair, first, index))];
        double[] weights = new double[returns.Pairs.Length];
        if (count < LeastDays)
        {
            Array.Fill(weights, Math.Min(1.0 / weights.Length, terms.MaxWeight));
        }
        else
        {
            double[] found = new WeightSearch(Matrix(first, index, quoted), terms).Find().Weights;
            for (int i = 0; i < quoted.Length; i++)
            {
                weights[quoted[i]] = found[i];
            }
        }

        return [.. weights.Select(w => Math.Round(w, 6))];
    }

    // A pair whose price mostly stood still for want of bars would look free of risk.
    private bool IsQuoted(int pair, int first, int end)
    {
        int bars = 0;
        for (int i = first; i < end; i++)
        {
            bars += returns.HasBar(i, pair) ? 1 : 0;
        }

        return 2 * bars >= end - first;
    }

    private ReturnMatrix Matrix(int first, int end, int[] pairs)
    {
        double[] values = new double[(end - first) * pairs.Length];
        for (int i = first; i < end; i++)
        {
            ReadOnlySpan<double> day = returns.On(i);
            for (int j = 0; j < pairs.Length; j++)
            {
                values[((i - first) * pairs.Length) + j] = day[pairs[j]];
            }
        }

        return new ReturnMatrix(pairs.Length, values);
    }
}
