using System.Text.Json;

namespace ForexE2E.Backtesting.Tests.Vectors;

/// <summary>Reads the test vectors that are part of this assembly.</summary>
internal static class Vector
{
    public const double Tolerance = 1e-9;

    public static JsonElement Read(string name)
    {
        using Stream stream = typeof(Vector).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"No test vector {name}.");
        using JsonDocument document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    /// <summary>A case of the statistics vectors.</summary>
    public static (JsonElement Inputs, JsonElement Outputs) Statistics(string name)
    {
        foreach (JsonElement one in Read("statistics_vectors.json").GetProperty("cases").EnumerateArray())
        {
            if (one.GetProperty("name").GetString() == name)
            {
                return (one.GetProperty("inputs"), one.GetProperty("outputs"));
            }
        }

        throw new InvalidOperationException($"No statistics case {name}.");
    }

    public static double[] Numbers(this JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    /// <summary>Compares with an output: null must be null, numbers agree to the relative tolerance.</summary>
    public static void MustBe(this JsonElement outputs, string name, double? actual)
    {
        JsonElement expected = outputs.GetProperty(name);
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Assert.True(actual is null, $"{name}: expected null, was {actual}");
            return;
        }

        MustBeClose(expected.GetDouble(), actual, name);
    }

    public static void MustBeClose(double expected, double? actual, string name)
    {
        Assert.True(actual is not null, $"{name}: expected {expected:R}, was null");
        double error = Math.Abs(actual.Value - expected);
        // Values that should be zero come out as rounding noise.
        Assert.True(error <= (Tolerance * Math.Abs(expected)) + 1e-15, $"{name}: expected {expected:R}, was {actual.Value:R}");
    }
}
