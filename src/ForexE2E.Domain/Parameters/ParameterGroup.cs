namespace ForexE2E.Domain.Parameters;

/// <summary>The component a parameter belongs to, in the order of the specification.</summary>
public enum ParameterGroup
{
    Sssd,
    Riskfolio,
    Patterns,
    Rl,
    Risk,
    Sizing,
    Filters,

    /// <summary>A parameter of a search space from outside the trading engine.</summary>
    Other,
}
