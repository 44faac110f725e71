using ForexE2E.Storage.Database;

namespace ForexE2E.Storage.Tests.Database;

public sealed class SqliteDatabaseSchemaTests : DatabaseSchemaContract
{
    protected override async Task WithDatabase(Func<DatabaseAddress, Task> promise)
    {
        await using TestDatabase database = TestDatabase.Sqlite();
        await promise(database.Address);
    }
}
