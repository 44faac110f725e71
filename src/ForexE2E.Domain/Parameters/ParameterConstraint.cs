namespace ForexE2E.Domain.Parameters;

/// <summary>An order between two parameters: the lesser must stay at least <paramref name="Gap"/> below the greater.</summary>
/// <param name="Gap">Least difference; 0 allows equality.</param>
public sealed record ParameterConstraint(string Lesser, string Greater, double Gap)
{
    /// <summary>Whether two encoded values keep the order.</summary>
    public bool Holds(double lesser, double greater) => Gap == 0 ? lesser <= greater : lesser < greater;
}
