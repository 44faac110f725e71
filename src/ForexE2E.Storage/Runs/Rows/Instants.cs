namespace ForexE2E.Storage.Runs.Rows;

/// <summary>
/// Instants as the columns keep them: UTC without a zone, to the microsecond, which is what PostgreSQL has. SQLite is held to
/// the same, so that a run reads the same from both.
/// </summary>
internal static class Instants
{
    public static DateTime ToColumn(DateTime instant)
    {
        DateTime utc = instant.Kind == DateTimeKind.Local ? instant.ToUniversalTime() : instant;
        return new DateTime(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Unspecified);
    }

    public static DateTime? ToColumn(DateTime? instant) => instant is { } known ? ToColumn(known) : null;

    public static DateTime FromColumn(DateTime column) => DateTime.SpecifyKind(column, DateTimeKind.Utc);

    public static DateTime? FromColumn(DateTime? column) => column is { } known ? FromColumn(known) : null;
}
