using ForexE2E.Domain.Parameters;

namespace ForexE2E.Host.Rendering;

/// <summary>What a parameter may be and when it matters, in a few words.</summary>
internal static class ParameterWords
{
    /// <summary>Such as "0.5 to 5 percent of price".</summary>
    public static string Values(ParameterDefinition d) => d.Kind switch
    {
        ParameterKind.Bool => "true or false",
        ParameterKind.Categorical => string.Join(" or ", d.Choices),
        _ => FormattableString.Invariant($"{d.Low} to {d.High} {d.Unit}{(d.LogScale ? " (log scale)" : "")}"),
    };

    /// <summary>Such as "risk_use_trailing_stop = true"; "always" without a condition.</summary>
    public static string LiveWhen(ParameterDefinition d) => d.LiveWhen is null
        ? "always"
        : $"{d.LiveWhen.Parent} = {ParameterCatalog.All[ParameterCatalog.All.IndexOf(d.LiveWhen.Parent)].Format(d.LiveWhen.Value)}";
}
