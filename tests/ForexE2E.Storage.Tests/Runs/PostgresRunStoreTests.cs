using ForexE2E.Domain.Runs;
using ForexE2E.Storage.Runs;
using ForexE2E.Storage.Tests.Database;
using ForexE2E.Testing.Contracts;
using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.Runs;

public sealed class PostgresRunStoreTests(ITestOutputHelper output) : RunStoreContract
{
    protected override async Task WithStore(Func<IRunStore, Task> promise)
    {
        await using TestDatabase? database = await TestDatabase.Postgres(output);
        if (database is not null)
        {
            await using SqlRunStore store = await RunStores.Open(database.Address, TimeProvider.System);
            await promise(store);
        }
    }
}
