using System.Collections.Immutable;
using System.Globalization;

namespace ForexE2E.Domain.Parameters;

/// <summary>
/// One tunable parameter. Values are carried encoded as doubles: a number as itself, a choice as its 0-based index, a switch
/// as 0 or 1.
/// </summary>
public sealed record ParameterDefinition
{
    private ParameterDefinition(string name, ParameterGroup group, ParameterKind kind, double low, double high, double defaultValue)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentException("A parameter must have a name.", nameof(name));
        }

        if (!double.IsFinite(low) || !double.IsFinite(high) || low > high)
        {
            throw new ArgumentException(FormattableString.Invariant($"Parameter {name}: bounds must be finite and ascending, were {low} and {high}."));
        }

        if (!(defaultValue >= low && defaultValue <= high))
        {
            throw new ArgumentException(FormattableString.Invariant($"Parameter {name}: default {defaultValue} must lie within {low} to {high}."));
        }

        (Name, Group, Kind, Low, High, Default) = (name, group, kind, low, high, defaultValue);
    }

    public string Name { get; }

    public ParameterGroup Group { get; }

    public ParameterKind Kind { get; }

    /// <summary>Least encoded value, inclusive.</summary>
    public double Low { get; }

    /// <summary>Greatest encoded value, inclusive.</summary>
    public double High { get; }

    /// <summary>Encoded default.</summary>
    public double Default { get; }

    /// <summary>Whether the scale is logarithmic, as for learning rates.</summary>
    public bool LogScale { get; private init; }

    /// <summary>Labels of a categorical parameter; empty otherwise.</summary>
    public ImmutableArray<string> Choices { get; private init; } = [];

    /// <summary>Unit of the value, such as "percent of price" or "bars"; empty for switches and choices.</summary>
    public string Unit { get; private init; } = "";

    /// <summary>What changing it does, in one sentence.</summary>
    public string Effect { get; private init; } = "";

    /// <summary>When it matters within the space; null: always.</summary>
    public ParameterCondition? LiveWhen { get; init; }

    /// <summary>Number of values of an integer, categorical or boolean parameter.</summary>
    public int Cardinality => Kind == ParameterKind.Float ? int.MaxValue : (int)(High - Low) + 1;

    public static ParameterDefinition Int(string name, ParameterGroup group, int low, int high, int defaultValue, string unit, string effect, bool logScale = false) =>
        new(name, group, ParameterKind.Int, low, high, defaultValue) { Unit = unit, Effect = effect, LogScale = CheckLog(name, low, logScale) };

    public static ParameterDefinition Float(string name, ParameterGroup group, double low, double high, double defaultValue, string unit, string effect, bool logScale = false) =>
        new(name, group, ParameterKind.Float, low, high, defaultValue) { Unit = unit, Effect = effect, LogScale = CheckLog(name, low, logScale) };

    public static ParameterDefinition Categorical(string name, ParameterGroup group, ImmutableArray<string> choices, string defaultChoice, string effect) =>
        new(name, group, ParameterKind.Categorical, 0, choices.Length - 1, choices.IndexOf(defaultChoice)) { Choices = choices, Effect = effect };

    public static ParameterDefinition Bool(string name, ParameterGroup group, bool defaultValue, string effect) =>
        new(name, group, ParameterKind.Bool, 0, 1, defaultValue ? 1 : 0) { Effect = effect };

    /// <summary>Encodes a value written as text: a number, a label, true or false.</summary>
    /// <exception cref="ParameterException">The text is no value of this parameter; the message names the bounds or choices.</exception>
    public double Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        double value = Kind switch
        {
            ParameterKind.Bool => text.Trim().ToLowerInvariant() switch { "true" or "1" => 1, "false" or "0" => 0, _ => double.NaN },
            ParameterKind.Categorical => Choices.IndexOf(text.Trim()) is var index && index >= 0 ? index : double.NaN,
            _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN,
        };
        return Holds(value) ? value : throw new ParameterException($"Parameter {Name} must be {Describe()}, was '{text}'.");
    }

    /// <summary>Whether an encoded value is one this parameter may take.</summary>
    public bool Holds(double encoded) =>
        encoded >= Low && encoded <= High && (Kind == ParameterKind.Float || encoded == Math.Floor(encoded));

    /// <summary>Nearest value this parameter may take; NaN becomes the default.</summary>
    public double Clamp(double encoded)
    {
        if (double.IsNaN(encoded))
        {
            return Default;
        }

        double bounded = Math.Clamp(encoded, Low, High);
        return Kind == ParameterKind.Float ? bounded : Math.Clamp(Math.Floor(bounded + 0.5), Low, High);
    }

    /// <summary>Text of an encoded value, culture-invariant and exact: <see cref="Parse"/> gives the same value back.</summary>
    public string Format(double encoded) => Kind switch
    {
        ParameterKind.Bool => encoded != 0 ? "true" : "false",
        ParameterKind.Categorical => Choices[(int)encoded],
        ParameterKind.Int => ((long)encoded).ToString(CultureInfo.InvariantCulture),
        _ => encoded.ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>The values it may take, for messages and help: "a number from 0.5 to 5".</summary>
    public string Describe() => Kind switch
    {
        ParameterKind.Bool => "true or false",
        ParameterKind.Categorical => "one of " + string.Join(", ", Choices),
        ParameterKind.Int => FormattableString.Invariant($"a whole number from {Low} to {High}"),
        _ => FormattableString.Invariant($"a number from {Low} to {High}"),
    };

    private static bool CheckLog(string name, double low, bool logScale) =>
        !logScale || low > 0 ? logScale : throw new ArgumentException($"Parameter {name}: a logarithmic scale needs a lower bound above zero.");
}
