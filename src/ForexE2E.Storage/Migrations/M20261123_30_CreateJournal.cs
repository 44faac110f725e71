using FluentMigrator;

namespace ForexE2E.Storage.Migrations;

#pragma warning disable CA1707 // The file and class names carry the version: see docs/decisions/0002-storage.md.

/// <summary>
/// What Akka.NET remembers for itself on the nodes of a cluster: which runs are awake. Names and columns are those that
/// Akka.Persistence.Sql 1.5 expects for PostgreSQL and would make itself, if nodes had the right to. A database whose nodes
/// have made them before keeps them. SQLite serves no nodes and gets none.
/// </summary>
[Migration(2026112330, "Akka's journal (PostgreSQL)")]
public sealed class M20261123_30_CreateJournal : Migration
{
    private static readonly string[] Tables = ["event_journal", "snapshot_store", "tags"];

    public override void Up() => OnPostgres(() =>
    {
        Unless("event_journal", CreateEvents);
        Unless("snapshot_store", CreateSnapshots);
        Unless("tags", CreateTags);
    });

    public override void Down() => OnPostgres(() =>
    {
        foreach (string table in Tables.Where(t => Schema.Table(t).Exists()))
        {
            Delete.Table(table);
        }
    });

    private void OnPostgres(Action step) =>
        IfDatabase(d => d.StartsWith("Postgres", StringComparison.OrdinalIgnoreCase)).Delegate(step);

    private void Unless(string table, Action create)
    {
        if (!Schema.Table(table).Exists())
        {
            create();
        }
    }

    private void CreateEvents()
    {
        Create.Table("event_journal")
            .WithColumn("ordering").AsInt64().NotNullable().PrimaryKey("pk_event_journal").Identity()
            .WithColumn("created_at").AsInt64().NotNullable()
            .WithColumn("is_deleted").AsBoolean().NotNullable()
            .WithColumn("persistence_id").AsString(int.MaxValue).NotNullable()
            .WithColumn("sequence_nr").AsInt64().NotNullable()
            .WithColumn("payload").AsBinary(int.MaxValue).NotNullable()
            .WithColumn("manifest").AsString(int.MaxValue).Nullable()
            .WithColumn("serializer_id").AsInt32().Nullable();
        Create.UniqueConstraint("event_journal_uq").OnTable("event_journal").Columns("persistence_id", "sequence_nr");
        Create.Index("event_journal_created_at_idx").OnTable("event_journal").OnColumn("created_at").Ascending();
        Create.Index("event_journal_sequence_nr_idx").OnTable("event_journal").OnColumn("sequence_nr").Ascending();
    }

    private void CreateSnapshots()
    {
        Create.Table("snapshot_store")
            .WithColumn("persistence_id").AsString(int.MaxValue).NotNullable().PrimaryKey("pk_snapshot_store")
            .WithColumn("sequence_nr").AsInt64().NotNullable().PrimaryKey("pk_snapshot_store")
            .WithColumn("created_at").AsInt64().NotNullable()
            .WithColumn("payload").AsBinary(int.MaxValue).Nullable()
            .WithColumn("manifest").AsString(int.MaxValue).Nullable()
            .WithColumn("serializer_id").AsInt32().Nullable();
        Create.Index("snapshot_store_created_at_idx").OnTable("snapshot_store").OnColumn("created_at").Ascending();
        Create.Index("snapshot_store_sequence_nr_idx").OnTable("snapshot_store").OnColumn("sequence_nr").Ascending();
    }

    private void CreateTags()
    {
        Create.Table("tags")
            .WithColumn("ordering_id").AsInt64().NotNullable().PrimaryKey("pk_tags")
            .WithColumn("tag").AsString(int.MaxValue).NotNullable().PrimaryKey("pk_tags")
            .WithColumn("sequence_nr").AsInt64().NotNullable()
            .WithColumn("persistence_id").AsString(int.MaxValue).NotNullable();
        Create.Index("tags_persistence_id_sequence_nr_idx").OnTable("tags").OnColumn("persistence_id").Ascending().OnColumn("sequence_nr").Ascending();
        Create.Index("tags_tag_idx").OnTable("tags").OnColumn("tag").Ascending();
    }
}
