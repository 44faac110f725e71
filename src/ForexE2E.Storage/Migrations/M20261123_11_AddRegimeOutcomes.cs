using FluentMigrator;

namespace ForexE2E.Storage.Migrations;

#pragma warning disable CA1707 // The file and class names carry the version: see docs/decisions/0002-storage.md.

/// <summary>What each regime's search found in a per-regime run, as JSON beside the other parts of a run's end.</summary>
[Migration(2026112311, "What each regime's search found")]
public sealed class M20261123_11_AddRegimeOutcomes : Migration
{
    public override void Up() => Alter.Table("run_definitions").AddColumn("regimes_json").AsString(int.MaxValue).Nullable();

    // FluentMigrator does not drop columns on SQLite; the sentence is the same in both databases.
    public override void Down() => Execute.Sql("ALTER TABLE run_definitions DROP COLUMN regimes_json");
}
