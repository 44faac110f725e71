using ForexE2E.Storage.Database;
using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.Database;

public sealed class PostgresDatabaseSchemaTests(ITestOutputHelper output) : DatabaseSchemaContract
{
    protected override async Task WithDatabase(Func<DatabaseAddress, Task> promise)
    {
        await using TestDatabase? database = await TestDatabase.Postgres(output);
        if (database is not null)
        {
            await promise(database.Address);
        }
    }
}
