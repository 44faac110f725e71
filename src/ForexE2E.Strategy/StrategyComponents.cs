using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Strategy.Riskfolio.Universe;

namespace ForexE2E.Strategy;

/// <summary>Says which components of the strategy take part in a run and which parameters therefore cannot matter.</summary>
internal static class StrategyComponents
{
    public const string NotBuilt = "component not built";
    private const string NotAskedFor = "not asked for";

    /// <summary>Every component with its status, in the order of the enumeration.</summary>
    public static ImmutableArray<ComponentStatus> Statuses(RunDefinition definition, MarketData data) =>
    [
        .. Enum.GetValues<Component>().Select(c => WhyIdle(c, definition, data) is { } reason ? new ComponentStatus(c, Active: false, reason) : new ComponentStatus(c, Active: true, "")),
    ];

    /// <summary>Fixed parameters in the order of the catalogue: the user's own, those of components that take no part, and those below a switch that is fixed off.</summary>
    public static ImmutableArray<FixedParameter> FixedParameters(RunDefinition definition, MarketData data)
    {
        FixedParameter?[] found = [.. ParameterCatalog.All.Select(d => OwnReason(d, definition, data))];
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

    private static FixedParameter? OwnReason(ParameterDefinition d, RunDefinition definition, MarketData data)
    {
        string? idle = WhyIdle(d, definition, data);
        if (definition.FixedParameters.TryGetValue(d.Name, out string? text))
        {
            return new FixedParameter(d.Name, d.Parse(text), idle is null || idle.StartsWith(d.Name, StringComparison.Ordinal) ? "fixed by the user" : "fixed by the user; " + idle);
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

    private static string? WhyIdle(ParameterDefinition d, RunDefinition definition, MarketData data)
    {
        if (ComponentOf(d) is not { } component)
        {
            return null;
        }

        return WhyIdle(component, definition, data) switch
        {
            null => d.Name == "filter_sentiment_use_news" ? "no news series loaded" : null,
            NotBuilt => $"component {component.ToString().ToLowerInvariant()} not built",
            NotAskedFor => $"component {component.ToString().ToLowerInvariant()} not asked for",
            var reason => reason,
        };
    }

    private static string? WhyIdle(Component component, RunDefinition definition, MarketData data) =>
        !definition.Components.Contains(component) ? NotAskedFor : component switch
        {
            Component.Riskfolio => DailyReturns.OthersOf(data).Any() ? null : "no other pair loaded: a portfolio needs two or more (--bars-for SYMBOL=FILE)",
            Component.Patterns => null,
            Component.Vix => WhySilent(data.Vix, "VIX", definition) ?? WhyOff("filter_vix_enabled", definition),
            Component.Sentiment => WhySilent(data.Sentiment, "sentiment", definition) ?? WhyOff("filter_sentiment_enabled", definition),
            Component.Volume => data.Bars.HasVolume ? WhyOff("filter_volume_enabled", definition) : "no volume in the bars",
            _ => NotBuilt,
        };

    private static string? WhySilent(PublishedSeries? series, string name, RunDefinition definition) =>
        series is null ? $"no {name} series loaded"
        : series.IndexBefore(definition.To) < 0 ? $"no {name} value published before the span ends" : null;

    private static string? WhyOff(string name, RunDefinition definition) =>
        definition.FixedParameters.TryGetValue(name, out string? text) && ParameterCatalog.All[ParameterCatalog.All.IndexOf(name)].Parse(text) == 0
            ? $"{name} is fixed at false"
            : null;

    private static Component? ComponentOf(ParameterDefinition d) => d.Group switch
    {
        ParameterGroup.Sssd => Component.Sssd,
        ParameterGroup.Riskfolio => Component.Riskfolio,
        ParameterGroup.Patterns => Component.Patterns,
        ParameterGroup.Rl => Component.Rl,
        ParameterGroup.Filters when d.Name.StartsWith("filter_vix", StringComparison.Ordinal) => Component.Vix,
        ParameterGroup.Filters when d.Name.StartsWith("filter_sentiment", StringComparison.Ordinal) => Component.Sentiment,
        ParameterGroup.Filters => Component.Volume,
        _ => null,
    };
}
