using System.Collections.Immutable;
using System.Text.Json;

namespace ForexE2E.Optimization.AskTell;

/// <summary>Reads the fields of a message; what is missing or wrong is said in the error.</summary>
internal static class Message
{
    public static int Whole(JsonElement message, string field) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty(field, out JsonElement value)
            ? Number(value, field)
            : throw new ProtocolException($"\"{field}\" is missing");

    public static int Number(JsonElement value, string field) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number)
            ? number
            : throw new ProtocolException($"\"{field}\" must be a whole number");

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
        _ => throw new ProtocolException("values must be numbers"),
    };
}
