namespace ForexE2E.Domain.Parameters;

/// <summary>A parameter that a run does not vary.</summary>
/// <param name="Value">Encoded value every trial uses.</param>
/// <param name="Reason">Why it is fixed, in words for the run's record.</param>
public sealed record FixedParameter(string Name, double Value, string Reason);
