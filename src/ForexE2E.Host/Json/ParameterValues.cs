using System.Text.Json.Nodes;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Host.Json;

/// <summary>Parameter values as JSON: numbers as numbers, switches as true or false, choices as their label.</summary>
internal static class ParameterValues
{
    public static JsonNode Of(ParameterDefinition definition, double encoded) => definition.Kind switch
    {
        ParameterKind.Bool => JsonValue.Create(encoded != 0),
        ParameterKind.Categorical => JsonValue.Create(definition.Choices[(int)encoded]),
        ParameterKind.Int => JsonValue.Create((long)encoded),
        _ => JsonValue.Create(encoded),
    };

    /// <summary>All values by name, in the order of the definitions.</summary>
    public static JsonObject Of(ParameterSet parameters)
    {
        JsonObject values = [];
        for (int i = 0; i < parameters.Definitions.Count; i++)
        {
            values[parameters.Definitions[i].Name] = Of(parameters.Definitions[i], parameters.Values[i]);
        }

        return values;
    }

    /// <summary>The set of each regime by its name.</summary>
    public static JsonObject Of(ParameterPlan plan)
    {
        JsonObject sets = [];
        foreach (Regime state in RegimeNames.States)
        {
            sets[state.ToName()] = plan.For(state) is { } set ? Of(set) : null;
        }

        return sets;
    }
}
