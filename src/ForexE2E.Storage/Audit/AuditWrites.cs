using LinqToDB;
using LinqToDB.Data;

namespace ForexE2E.Storage.Audit;

/// <summary>Writes the trail, within the transaction of what it speaks of: one is never stored without the other.</summary>
internal static class AuditWrites
{
    private const int LongestActor = 200;

    /// <summary>User and machine of this process.</summary>
    public static string Actor { get; } = Cut($"{Environment.UserName}@{Environment.MachineName}");

    public static Task Add(DataConnection db, string action, string subject, string? detail, DateTime now, CancellationToken cancellation) =>
        db.InsertAsync(new AuditRow { At = now, Actor = Actor, Action = action, Subject = subject, Detail = detail }, token: cancellation);

    private static string Cut(string text) => text.Length <= LongestActor ? text : text[..LongestActor];
}
