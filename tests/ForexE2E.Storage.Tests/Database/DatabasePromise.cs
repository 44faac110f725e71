using ForexE2E.Storage.Database;
using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.Database;

/// <summary>Holds what is promised against a new database of each kind; PostgreSQL only where a server is named.</summary>
internal static class DatabasePromise
{
    public static TheoryData<DatabaseKind> Kinds { get; } = [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    public static async Task Keep(DatabaseKind kind, ITestOutputHelper output, Func<DatabaseAddress, Task> promise)
    {
        await using TestDatabase? database = kind == DatabaseKind.Sqlite ? TestDatabase.Sqlite() : await TestDatabase.Postgres(output);
        if (database is not null)
        {
            await promise(database.Address);
        }
    }
}
