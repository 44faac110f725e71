namespace ForexE2E.Domain.Parameters;

/// <summary>What values a parameter takes.</summary>
public enum ParameterKind
{
    /// <summary>Whole numbers between two bounds, both inclusive.</summary>
    Int,

    /// <summary>Real numbers between two bounds, both inclusive.</summary>
    Float,

    /// <summary>One of a list of labels.</summary>
    Categorical,

    /// <summary>False or true.</summary>
    Bool,
}
