namespace ForexE2E.Domain.Runs;

/// <summary>Where the spread of a fill comes from.</summary>
public enum SpreadModel
{
    /// <summary>The bar file's own spread where it has one, else <see cref="ByHour"/>.</summary>
    Auto,

    /// <summary>The bar file's own spread; refused where it has none.</summary>
    FromFile,

    /// <summary>A level by hour of the New York day: wide around the 17:00 rollover.</summary>
    ByHour,

    /// <summary>The same at all times.</summary>
    Fixed,
}
