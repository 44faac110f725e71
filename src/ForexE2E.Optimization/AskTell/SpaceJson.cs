using System.Text.Json;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Optimization.AskTell;

/// <summary>
/// Reads a search space from JSON: {"params":[{"name","type","low","high","default"?} or {"name","type":"categorical","choices"}]}.
/// Types: float, int, logfloat, logint, categorical, bool. "choices" is a number (values are 0-based indexes) or a list of
/// labels. Optional: "default" (else the middle, the first choice, false), "live_when":{"param","value"}.
/// </summary>
public static class SpaceJson
{
    /// <exception cref="ParameterException">The text is no such space; the message names the parameter and the remedy.</exception>
    public static ParameterSpace Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new ParameterException("The space is not valid JSON: " + e.Message, e);
        }
    }

    /// <summary>Reads the space of an element that has "params".</summary>
    /// <exception cref="ParameterException">The element is no such space.</exception>
    public static ParameterSpace Read(JsonElement space)
    {
        if (space.ValueKind != JsonValueKind.Object || !space.TryGetProperty("params", out JsonElement list) || list.ValueKind != JsonValueKind.Array)
        {
            throw new ParameterException("A space must be an object with a list named \"params\".");
        }

        var definitions = list.EnumerateArray().Select(Definition).ToList();
        if (definitions.Count == 0)
        {
            throw new ParameterException("A space must have at least one parameter.");
        }

        return new ParameterSpace(new ParameterList(WithConditions(definitions, [.. list.EnumerateArray()])), [], []);
    }

    private static ParameterDefinition Definition(JsonElement p)
    {
        string name = p.ValueKind == JsonValueKind.Object && p.TryGetProperty("name", out JsonElement n) && n.ValueKind == JsonValueKind.String
            ? n.GetString()!
            : throw new ParameterException("Every parameter of a space must be an object with a \"name\".");
        string type = p.TryGetProperty("type", out JsonElement t) && t.ValueKind == JsonValueKind.String ? t.GetString()! : "";
        try
        {
            return type switch
            {
                "float" or "logfloat" => Real(p, name, type == "logfloat"),
                "int" or "logint" => Whole(p, name, type == "logint"),
                "categorical" => ChoiceForm.Read(p, name),
                "bool" => ParameterDefinition.Bool(name, ParameterGroup.Other, p.TryGetProperty("default", out JsonElement d) && Truth(d, name), ""),
                _ => throw new ParameterException($"Parameter {name}: type must be float, int, logfloat, logint, categorical or bool, was '{type}'."),
            };
        }
        catch (ArgumentException e)
        {
            throw new ParameterException(e.Message, e);
        }
    }

    private static ParameterDefinition Real(JsonElement p, string name, bool log)
    {
        double low = Number(p, name, "low");
        double high = Number(p, name, "high");
        double middle = log && low > 0 ? Math.Sqrt(low * high) : 0.5 * (low + high);
        return ParameterDefinition.Float(name, ParameterGroup.Other, low, high, Default(p, name) ?? middle, "", "", log);
    }

    private static ParameterDefinition Whole(JsonElement p, string name, bool log)
    {
        int low = Whole(p, name, "low");
        int high = Whole(p, name, "high");
        double middle = log && low > 0 ? Math.Sqrt((double)low * high) : 0.5 * ((double)low + high);
        return ParameterDefinition.Int(name, ParameterGroup.Other, low, high, (int)(Default(p, name) ?? Math.Floor(middle)), "", "", log);
    }

    private static IEnumerable<ParameterDefinition> WithConditions(List<ParameterDefinition> definitions, List<JsonElement> list)
    {
        for (int i = 0; i < definitions.Count; i++)
        {
            if (!list[i].TryGetProperty("live_when", out JsonElement condition))
            {
                yield return definitions[i];
                continue;
            }

            string parent = condition.ValueKind == JsonValueKind.Object && condition.TryGetProperty("param", out JsonElement name) ? name.ToString() : "";
            ParameterDefinition? above = definitions.Find(d => d.Name == parent);
            if (above is null || !condition.TryGetProperty("value", out JsonElement value))
            {
                throw new ParameterException($"Parameter {definitions[i].Name}: live_when must be {{\"param\": a parameter of the space, \"value\": its value}}.");
            }

            yield return definitions[i] with { LiveWhen = new ParameterCondition(parent, ValueJson.Read(above, value)) };
        }
    }

    private static double Number(JsonElement p, string name, string property) =>
        p.TryGetProperty(property, out JsonElement v) && v.ValueKind == JsonValueKind.Number && v.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw new ParameterException($"Parameter {name}: \"{property}\" must be a finite number.");

    private static int Whole(JsonElement p, string name, string property) =>
        Number(p, name, property) is var v && v == Math.Floor(v) && Math.Abs(v) <= int.MaxValue
            ? (int)v
            : throw new ParameterException($"Parameter {name}: \"{property}\" must be a whole number.");

    private static double? Default(JsonElement p, string name) => p.TryGetProperty("default", out _) ? Number(p, name, "default") : null;

    private static bool Truth(JsonElement d, string name) => d.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when d.TryGetInt32(out int n) && n is 0 or 1 => d.GetInt32() == 1,
        _ => throw new ParameterException($"Parameter {name}: default must be true or false."),
    };
}
