using System.Collections.Immutable;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Backtesting.Liveness;

/// <summary>What was found out about one parameter.</summary>
/// <param name="State">Live, live from another base point, or dead.</param>
public sealed record ParameterLiveness(ParameterDefinition Parameter, LivenessState State)
{
    /// <summary>The base point that showed it; null when dead.</summary>
    public BasePoint? Base { get; init; }

    /// <summary>Values set so that the parameter's live-when condition holds: names and encoded values.</summary>
    public ImmutableArray<(string Name, double Value)> LiveWhen { get; init; } = [];

    /// <summary>Encoded value it was changed from.</summary>
    public double From { get; init; }

    /// <summary>Encoded value that showed a change; meaningless when dead.</summary>
    public double To { get; init; }

    /// <summary>What changed, over all windows; null when dead.</summary>
    public TradeChange? Change { get; init; }

    /// <summary>Why it is dead; empty when live.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What data or bars would show it; empty when live.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Changes tried: values times base points.</summary>
    public int Tried { get; init; }
}
