using FluentMigrator;

namespace ForexE2E.Storage.Migrations;

#pragma warning disable CA1707 // The file and class names carry the version: see docs/decisions/0002-storage.md.

/// <summary>What trials cost: the windows that ran, of which a pruned trial has fewer, and CPU time. NULL where it was not counted.</summary>
[Migration(2026112305, "Windows and CPU time of trials")]
public sealed class M20261123_5_MeasureTrials : Migration
{
    public override void Up()
    {
        Alter.Table("trials").AddColumn("windows_run").AsInt32().Nullable().AddColumn("cpu_us").AsInt64().Nullable();
        Alter.Table("window_results").AddColumn("cpu_us").AsInt64().Nullable();
    }

    public override void Down()
    {
        Delete.Column("cpu_us").FromTable("window_results");
        Delete.Column("windows_run").Column("cpu_us").FromTable("trials");
    }
}
