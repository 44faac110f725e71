using ForexE2E.Storage.Database;
using ForexE2E.Storage.Tests.Database;
using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.Runs;

public sealed class PostgresTablesTests(ITestOutputHelper output) : SqlRunStoreContract(output)
{
    private readonly ITestOutputHelper _output = output;

    protected override async Task WithDatabase(Func<DatabaseAddress, Task> promise)
    {
        await using TestDatabase? database = await TestDatabase.Postgres(_output);
        if (database is not null)
        {
            await promise(database.Address);
        }
    }
}
