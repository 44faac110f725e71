using System.Collections.Immutable;
using ForexE2E.Domain.Randomness;
using ForexE2E.Strategy.Riskfolio;
using ForexE2E.Strategy.Riskfolio.Measures;

namespace ForexE2E.Strategy.Tests.Riskfolio;

/// <summary>Tables of drawn returns, and the measures computed anew by other ways than the product's.</summary>
internal static class Drawn
{
    /// <summary>Daily returns with a common factor, own drifts and now and then a shock.</summary>
    public static double[] Returns(ulong seed, int assets, int periods)
    {
        SplitMix64 random = new(seed);
        double[] drift = [.. Enumerable.Range(0, assets).Select(_ => 3e-4 * random.NextGaussian())];
        double[] all = new double[assets * periods];
        for (int t = 0; t < periods; t++)
        {
            double common = random.NextGaussian() * (random.NextInt(20) == 0 ? 3 : 1);
            for (int j = 0; j < assets; j++)
            {
                all[(t * assets) + j] = drift[j] + (0.003 * (1 + (0.3 * j)) * ((0.5 * common) + random.NextGaussian()));
            }
        }

        return all;
    }

    public static ReturnTable Table(ulong seed, int assets, int periods) => Table(assets, Returns(seed, assets, periods));

    public static ReturnTable Table(int assets, double[] rowMajor) =>
        new([.. Enumerable.Range(0, assets).Select(i => $"A{i}")], rowMajor);

    /// <summary>A portfolio's return in each period.</summary>
    public static double[] Series(ReturnTable table, IReadOnlyList<double> weights)
    {
        double[] series = new double[table.Periods];
        for (int t = 0; t < series.Length; t++)
        {
            for (int j = 0; j < weights.Count; j++)
            {
                series[t] += weights[j] * table.Matrix.Row(t)[j];
            }
        }

        return series;
    }

    /// <summary>A measure by its definition: sorted losses, least over a fine grid of z refined by ternary search, plain maxima.</summary>
    public static double Risk(RiskMeasure measure, double[] returns, double tail) => measure switch
    {
        RiskMeasure.MV => returns.Sum(r => Math.Pow(r - returns.Average(), 2)) / (returns.Length - 1),
        RiskMeasure.WR => -returns.Min(),
        RiskMeasure.CVaR => TailMean([.. returns.Select(r => -r)], tail),
        RiskMeasure.CDaR => TailMean(Drawdowns(returns), tail),
        _ => Entropic([.. returns.Select(r => -r)], tail),
    };

    /// <summary>What an objective makes as great as can be.</summary>
    public static double Score(ReturnTable table, PortfolioTerms terms, IReadOnlyList<double> weights)
    {
        double[] series = Series(table, weights);
        double mean = series.Average();
        double Value(RiskMeasure measure) => RiskValues.Evaluate(measure, series, terms.Tail, new double[series.Length]);
        return terms.Objective switch
        {
            PortfolioObjective.MaxRet => mean,
            PortfolioObjective.MinRisk => -Value(terms.Measure),
            PortfolioObjective.Utility => mean - (terms.Aversion * Value(terms.Measure)),
            _ => (mean - terms.RiskFree) / (terms.Measure == RiskMeasure.MV ? Math.Sqrt(Value(RiskMeasure.MV)) : Value(terms.Measure)),
        };
    }

    /// <summary>
    /// Other portfolios that keep the bounds: moves from one asset to another of all sizes, and moves toward random portfolios from near to far.
    /// </summary>
    public static IEnumerable<double[]> Neighbours(ImmutableArray<double> weights, double least, double greatest, int count, ulong seed)
    {
        SplitMix64 random = new(seed);
        int n = weights.Length;
        for (int k = 0; k < count; k++)
        {
            double size = Math.Pow(10, -5 * random.NextDouble());
            double[] to = [.. weights];
            for (int move = 0; move < 1 + random.NextInt(3); move++)
            {
                (int from, int into) = (random.NextInt(n), random.NextInt(n));
                double amount = Math.Max(0, Math.Min(size * random.NextDouble(), Math.Min(to[from] - least, greatest - to[into])));
                to[from] -= from == into ? 0 : amount;
                to[into] += from == into ? 0 : amount;
            }

            yield return to;
        }
    }

    private static double TailMean(double[] losses, double tail)
    {
        // Rockafellar and Uryasev: the least of threshold plus mean excess over the tail is at one of the losses.
        return losses.Min(threshold => threshold + (losses.Sum(l => Math.Max(0, l - threshold)) / (tail * losses.Length)));
    }

    private static double[] Drawdowns(double[] returns)
    {
        double[] levels = [0, .. returns.Select((_, t) => returns[..(t + 1)].Sum())];
        return [.. Enumerable.Range(1, returns.Length).Select(t => levels[..(t + 1)].Max() - levels[t])];
    }

    private static double Entropic(double[] losses, double tail)
    {
        double worst = losses.Max();
        double At(double logZ)
        {
            double z = Math.Exp(logZ);
            return worst + (z * Math.Log(losses.Average(l => Math.Exp((l - worst) / z)) / tail));
        }

        (double low, double high) = (-45, 5);
        for (int i = 0; i < 300; i++)
        {
            double third = (high - low) / 3;
            (low, high) = At(low + third) < At(high - third) ? (low, high - third) : (low + third, high);
        }

        return At((low + high) / 2);
    }
}
