using ForexE2E.Domain.Parameters;

namespace ForexE2E.Backtesting.Liveness;

/// <summary>The values a parameter is changed to, those most likely to show first: both bounds, half the way to each, small steps.</summary>
internal static class CandidateValues
{
    private static readonly double[] Shares = [1, 0.5, 0.15];

    /// <param name="now">Encoded value the change is made from; never among the candidates.</param>
    public static IEnumerable<double> Of(ParameterDefinition d, double now)
    {
        IEnumerable<double> wanted = d.Kind is ParameterKind.Bool or ParameterKind.Categorical
            ? Enumerable.Range(0, d.Cardinality).Select(v => (double)v)
            : Shares.SelectMany(share => new[] { now + (share * (d.Low - now)), now + (share * (d.High - now)) });
        return wanted.Select(d.Clamp).Where(v => v != now).Distinct();
    }
}
