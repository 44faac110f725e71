using ForexE2E.Storage.Database;
using ForexE2E.Storage.Tests.Database;

namespace ForexE2E.Storage.Tests.Deployments;

public sealed class SqliteRegimeParametersTests : RegimeParametersContract
{
    protected override async Task WithDatabase(Func<DatabaseAddress, Task> promise)
    {
        await using TestDatabase database = TestDatabase.Sqlite();
        await promise(database.Address);
    }
}
