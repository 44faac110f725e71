using ForexE2E.Storage.Database;
using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.Database;

public sealed class PostgresDatabaseSchemaTests(ITestOutputHelper output) : DatabaseSchemaContract
{
    [Fact]
    public Task The_journal_has_the_columns_that_Akka_writes() => WithDatabase(async address =>
    {
        await new DatabaseSchema(address).MigrateUp(default);
        Assert.Equal(
            [
                "event_journal.created_at bigint", "event_journal.is_deleted boolean", "event_journal.manifest text", "event_journal.ordering bigint", "event_journal.payload bytea",
                "event_journal.persistence_id text", "event_journal.sequence_nr bigint", "event_journal.serializer_id integer",
                "snapshot_store.created_at bigint", "snapshot_store.manifest text", "snapshot_store.payload bytea", "snapshot_store.persistence_id text",
                "snapshot_store.sequence_nr bigint", "snapshot_store.serializer_id integer",
                "tags.ordering_id bigint", "tags.persistence_id text", "tags.sequence_nr bigint", "tags.tag text",
            ],
            await Query(address, "SELECT table_name || '.' || column_name || ' ' || data_type FROM information_schema.columns WHERE table_schema = current_schema() AND table_name IN ('event_journal', 'snapshot_store', 'tags') ORDER BY table_name, column_name"));
        // The number of an event is the database's to give: nodes insert none.
        Assert.Equal(["ALWAYS"], await Query(address, "SELECT identity_generation FROM information_schema.columns WHERE table_name = 'event_journal' AND column_name = 'ordering' AND table_schema = current_schema()"));
    });

    [Fact]
    public Task A_journal_that_nodes_made_before_is_kept() => WithDatabase(async address =>
    {
        DatabaseSchema schema = new(address);
        await schema.MigrateUp(default);
        await schema.MigrateDown(2026112320, default);
        await Query(address, "CREATE TABLE tags (ordering_id bigint NOT NULL, tag text NOT NULL, sequence_nr bigint NOT NULL, persistence_id text NOT NULL, PRIMARY KEY (ordering_id, tag))");
        await Query(address, "INSERT INTO tags VALUES (1, 'a', 1, 'b')");
        Assert.True((await schema.MigrateUp(default)).IsCurrent);
        Assert.Equal(["1"], await Query(address, "SELECT count(*) FROM tags"));
        Assert.Equal(["0"], await Query(address, "SELECT count(*) FROM event_journal"));
    });

    protected override async Task WithDatabase(Func<DatabaseAddress, Task> promise)
    {
        await using TestDatabase? database = await TestDatabase.Postgres(output);
        if (database is not null)
        {
            await promise(database.Address);
        }
    }
}
