namespace ForexE2E.Domain.Parameters;

/// <summary>A parameter matters only while its parent has a value: <paramref name="Parent"/> equals <paramref name="Value"/> (encoded).</summary>
/// <param name="Parent">Name of a parameter of the same space.</param>
/// <param name="Value">Encoded as in <see cref="ParameterSet"/>: index of a choice, 0 or 1 of a switch.</param>
public sealed record ParameterCondition(string Parent, double Value);
