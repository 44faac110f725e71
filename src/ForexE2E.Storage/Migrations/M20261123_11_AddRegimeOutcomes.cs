using FluentMigrator;

namespace ForexE2E.Storage.Migrations;

#pragma warning disable CA1707 // The file and class names carry the version: see docs/decisions/0002-storage.md.

/// <summary>What each regime's search found in a per-regime run, as JSON beside the other parts of a run's end.</summary>
[Migration(2026112311, "What each regime's search found")]
public sealed class M20261123_11_AddRegimeOutcomes : Migration
{
    private static readonly string[] Tables = ["run_definitions", "optimization_runs_archive"];

    public override void Up()
    {
        foreach (string table in Tables)
        {
            Alter.Table(table).AddColumn("regimes_json").AsString(int.MaxValue).Nullable();
        }
    }

    // FluentMigrator does not drop columns on SQLite; the sentence is the same in both databases.
    public override void Down()
    {
        foreach (string table in Tables)
        {
            Execute.Sql($"ALTER TABLE {table} DROP COLUMN regimes_json");
        }
    }
}
