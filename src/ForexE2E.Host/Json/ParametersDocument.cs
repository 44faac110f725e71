using ForexE2E.Domain.Parameters;

namespace ForexE2E.Host.Json;

/// <summary>What 'parameters list' prints.</summary>
internal sealed record ParametersDocument(IReadOnlyList<ParameterDocument> Parameters, IReadOnlyList<ParameterConstraint> Constraints) : Document("parameters")
{
    public static ParametersDocument Of(IEnumerable<ParameterDefinition> definitions) =>
        new([.. definitions.Select(ParameterDocument.Of)], ParameterCatalog.Constraints);
}
