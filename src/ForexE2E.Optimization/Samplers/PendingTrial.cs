using ForexE2E.Domain.Parameters;

namespace ForexE2E.Optimization.Samplers;

/// <summary>A trial under way: suggested, not yet judged.</summary>
public sealed record PendingTrial(int Number, ParameterSet Parameters);
