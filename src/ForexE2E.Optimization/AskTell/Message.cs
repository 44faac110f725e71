using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Optimization.AskTell;

/// <summary>Reads the fields of a message; what is missing or wrong is said in the error.</summary>
internal static class Message
{
    // JSON has no word for them, so some programs write a string.
    private static readonly FrozenSet<string> NotFinite = FrozenSet.ToFrozenSet(["nan", "inf", "infinity"], StringComparer.OrdinalIgnoreCase);

    public static int Whole(JsonElement message, string field) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty(field, out JsonElement value)
            ? Number(value, field)
            : throw new ProtocolException($"\"{field}\" is missing");

    /// <summary>A whole number, however it is written: some languages know no other numbers than 3.0.</summary>
    public static int Number(JsonElement value, string field) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue
            ? (int)number
            : throw new ProtocolException($"\"{field}\" must be a whole number");

    /// <summary>The set of "parameters"; what is not named takes its default.</summary>
    /// <exception cref="ParameterException">A name or value the space does not know.</exception>
    public static ParameterSet Set(JsonElement message, ParameterSpace space)
    {
        if (message.ValueKind != JsonValueKind.Object || !message.TryGetProperty("parameters", out JsonElement parameters) || parameters.ValueKind != JsonValueKind.Object)
        {
            throw new ProtocolException("\"parameters\" must be an object of names and values");
        }

        double[] values = space.Defaults.Values.ToArray();
        foreach (JsonProperty parameter in parameters.EnumerateObject())
        {
            int index = space.Definitions.IndexOf(parameter.Name);
            values[index] = ValueJson.Read(space.Definitions[index], parameter.Value);
        }

        return space.Repair(values);
    }

    /// <summary>One value an objective; null stands for a value that is not finite. No values at all are right when limits were broken.</summary>
    public static ImmutableArray<double> Values(JsonElement message, int objectives)
    {
        if (!message.TryGetProperty("values", out JsonElement list) || list.ValueKind != JsonValueKind.Array)
        {
            throw new ProtocolException("\"values\" must be a list of numbers");
        }

        ImmutableArray<double> values = [.. list.EnumerateArray().Select(Value)];
        return values.Length == objectives || (values.IsEmpty && Violation(message) > 0)
            ? values
            : throw new ProtocolException(FormattableString.Invariant($"\"values\" must hold {objectives} number(s), held {values.Length}"));
    }

    /// <summary>False when it is not said.</summary>
    public static bool Flag(JsonElement message, string field) => message.TryGetProperty(field, out JsonElement value) && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new ProtocolException($"\"{field}\" must be true or false"),
    };

    /// <summary>0 when it is not said.</summary>
    public static double Violation(JsonElement message)
    {
        if (!message.TryGetProperty("violation", out JsonElement value))
        {
            return 0;
        }

        double violation = Value(value);
        return violation < 0 ? throw new ProtocolException("\"violation\" must not be negative") : violation;
    }

    private static double Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.Null => double.NaN,
        JsonValueKind.String when NotFinite.Contains(value.GetString()!.TrimStart('+', '-')) => double.NaN,
        _ => throw new ProtocolException("values must be numbers"),
    };
}
