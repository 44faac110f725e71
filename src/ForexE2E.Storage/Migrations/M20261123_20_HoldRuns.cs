using FluentMigrator;

namespace ForexE2E.Storage.Migrations;

#pragma warning disable CA1707 // The file and class names carry the version: see docs/decisions/0002-storage.md.

/// <summary>Who may write a run, as a number that grows with each coordinator that takes it; and how urgent the run is.</summary>
[Migration(2026112320, "Holds and priorities of runs")]
public sealed class M20261123_20_HoldRuns : Migration
{
    public override void Up() => Alter.Table("run_definitions")
        .AddColumn("epoch").AsInt32().NotNullable().WithDefaultValue(0)
        .AddColumn("priority").AsInt32().NotNullable().WithDefaultValue(0);

    public override void Down() => Delete.Column("epoch").Column("priority").FromTable("run_definitions");
}
