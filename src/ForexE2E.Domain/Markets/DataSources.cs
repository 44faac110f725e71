using System.Collections.Immutable;

namespace ForexE2E.Domain.Markets;

/// <summary>Where a run's market data comes from: files, or a generated market when no bar file is named.</summary>
public sealed record DataSources
{
    /// <summary>Bar file of the traded symbol; null for a generated market.</summary>
    public string? Bars { get; init; }

    /// <summary>Bar files of other pairs, in the order they were named.</summary>
    public ImmutableArray<PairSource> Pairs { get; init; } = [];

    /// <summary>Daily VIX file; null for none.</summary>
    public string? Vix { get; init; }

    /// <summary>Weekly positioning (COT) file; null for none.</summary>
    public string? Sentiment { get; init; }

    /// <summary>File of news items with their tone; null for none.</summary>
    public string? News { get; init; }

    /// <summary>Time zone of the bar file's stamps, as the importers name it; null: the format's own rule.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Price side of the bar file; null: the format's own rule.</summary>
    public PriceSide? Side { get; init; }

    /// <summary>Folder of learned models; null: those shipped with the program.</summary>
    public string? Models { get; init; }

    /// <summary>Seed of the generated market, used when <see cref="Bars"/> is null.</summary>
    public ulong SyntheticSeed { get; init; } = 1;

    /// <summary>Whether bars that carry later prices (see data check) are taken all the same.</summary>
    public bool AllowSuspectBars { get; init; }

    /// <summary>Whether the bars are generated and not read from a file.</summary>
    public bool IsSynthetic => Bars is null;
}
