using ForexE2E.Storage.Database;
using ForexE2E.Storage.Tests.Database;
using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.Deployments;

public sealed class PostgresRegimeParametersTests(ITestOutputHelper output) : RegimeParametersContract
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
