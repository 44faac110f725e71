using System.Collections.Immutable;

namespace ForexE2E.Domain.Parameters;

/// <summary>A value for every parameter of a list, encoded as in <see cref="ParameterDefinition"/>. Immutable; equal when all values are.</summary>
public sealed class ParameterSet : IEquatable<ParameterSet>
{
    private readonly ImmutableArray<double> _values;

    /// <exception cref="ParameterException">The count differs or a value lies outside its bounds.</exception>
    public ParameterSet(ParameterList definitions, ImmutableArray<double> values)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        if (values.Length != definitions.Count)
        {
            throw new ParameterException(FormattableString.Invariant($"A parameter set must hold {definitions.Count} values, had {values.Length}."));
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (!definitions[i].Holds(values[i]))
            {
                throw new ParameterException(FormattableString.Invariant(
                    $"Parameter {definitions[i].Name} must be {definitions[i].Describe()}, was {values[i]}."));
            }
        }

        Definitions = definitions;
        _values = values;
    }

    public ParameterList Definitions { get; }

    /// <summary>Encoded values in the order of the definitions.</summary>
    public ReadOnlySpan<double> Values => _values.AsSpan();

    /// <summary>Encoded value of a parameter.</summary>
    /// <exception cref="ParameterException">There is no such parameter.</exception>
    public double this[string name] => _values[Definitions.IndexOf(name)];

    public int GetInt(string name) => (int)this[name];

    public bool GetBool(string name) => this[name] != 0;

    /// <summary>Label of a categorical parameter.</summary>
    public string GetChoice(string name)
    {
        int index = Definitions.IndexOf(name);
        return Definitions[index].Choices[(int)_values[index]];
    }

    /// <summary>Text of the i-th value.</summary>
    public string Format(int index) => Definitions[index].Format(_values[index]);

    /// <summary>This set with one value changed.</summary>
    /// <exception cref="ParameterException">Unknown parameter or value outside its bounds.</exception>
    public ParameterSet With(string name, double encoded) => new(Definitions, _values.SetItem(Definitions.IndexOf(name), encoded));

    /// <summary>All values as text by name, in the order of the definitions.</summary>
    public IEnumerable<KeyValuePair<string, string>> ToTexts()
    {
        for (int i = 0; i < _values.Length; i++)
        {
            yield return new(Definitions[i].Name, Format(i));
        }
    }

    /// <summary>Builds a set from texts by name; what is not named takes its default.</summary>
    /// <exception cref="ParameterException">Unknown name or a text that is no value.</exception>
    public static ParameterSet FromTexts(ParameterList definitions, IEnumerable<KeyValuePair<string, string>> texts)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        ArgumentNullException.ThrowIfNull(texts);
        double[] values = [.. definitions.Select(d => d.Default)];
        foreach ((string name, string text) in texts)
        {
            int index = definitions.IndexOf(name);
            values[index] = definitions[index].Parse(text);
        }

        return new ParameterSet(definitions, [.. values]);
    }

    public bool Equals(ParameterSet? other) =>
        other is not null && ReferenceEquals(Definitions, other.Definitions) && Values.SequenceEqual(other.Values);

    public override bool Equals(object? obj) => Equals(obj as ParameterSet);

    public override int GetHashCode()
    {
        // Adding zero makes -0 and 0 the same, as they are equal.
        ulong hash = 17;
        foreach (double value in _values)
        {
            hash = (hash ^ (ulong)BitConverter.DoubleToInt64Bits(value + 0.0)) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 29;
        }

        return (int)(hash ^ (hash >> 32));
    }
}
