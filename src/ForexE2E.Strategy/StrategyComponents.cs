using System.Collections.Immutable;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Strategy;

/// <summary>Says which components of the strategy take part in a run and which parameters therefore cannot matter.</summary>
internal static class StrategyComponents
{
    public const string NotBuilt = "component not built";
    private const string NotAskedFor = "not asked for";

    /// <summary>Every component with its status, in the order of the enumeration.</summary>
    public static ImmutableArray<ComponentStatus> Statuses(RunDefinition definition) =>
    [
        .. Enum.GetValues<Component>().Select(c => new ComponentStatus(c, Active: false, definition.Components.Contains(c) ? NotBuilt : NotAskedFor)),
    ];

    /// <summary>Fixed parameters in the order of the catalogue: the user's own, those of components that take no part, and those below a switch that is fixed off.</summary>
    public static ImmutableArray<FixedParameter> FixedParameters(RunDefinition definition)
    {
        FixedParameter?[] found = [.. ParameterCatalog.All.Select(d => OwnReason(d, definition))];
        foreach (string name in definition.FixedParameters.Keys)
        {
            _ = ParameterCatalog.All.IndexOf(name);
        }

        // A parameter below a fixed switch may itself be the switch of another, so look until nothing changes.
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int i = 0; i < found.Length; i++)
            {
                FixedParameter? below = found[i] is null ? BelowFixedSwitch(ParameterCatalog.All[i], found) : null;
                found[i] ??= below;
                changed |= below is not null;
            }
        }

        return [.. found.OfType<FixedParameter>()];
    }

    private static FixedParameter? OwnReason(ParameterDefinition d, RunDefinition definition)
    {
        string? idle = WhyIdle(d);
        if (definition.FixedParameters.TryGetValue(d.Name, out string? text))
        {
            return new FixedParameter(d.Name, d.Parse(text), idle is null ? "fixed by the user" : "fixed by the user; " + idle);
        }

        return idle is null ? null : new FixedParameter(d.Name, d.Default, idle);
    }

    private static FixedParameter? BelowFixedSwitch(ParameterDefinition d, FixedParameter?[] found)
    {
        if (d.LiveWhen is null || found[ParameterCatalog.All.IndexOf(d.LiveWhen.Parent)] is not { } parent || parent.Value == d.LiveWhen.Value)
        {
            return null;
        }

        string value = ParameterCatalog.All[ParameterCatalog.All.IndexOf(parent.Name)].Format(parent.Value);
        return new FixedParameter(d.Name, d.Default, $"{parent.Name} is fixed at {value}");
    }

    private static string? WhyIdle(ParameterDefinition d) => d.Group switch
    {
        ParameterGroup.Sssd => "component sssd not built",
        ParameterGroup.Riskfolio => "component riskfolio not built",
        ParameterGroup.Patterns => "component patterns not built",
        ParameterGroup.Rl => "component rl not built",
        ParameterGroup.Filters when d.Name.StartsWith("filter_vix", StringComparison.Ordinal) => "component vix not built",
        ParameterGroup.Filters when d.Name.StartsWith("filter_sentiment", StringComparison.Ordinal) => "component sentiment not built",
        ParameterGroup.Filters => "component volume not built",
        _ => null,
    };
}
