using FluentMigrator;

namespace ForexE2E.Storage.Tests.Migrations;

/// <summary>A migration that creates a table, empties another and then fails.</summary>
[Migration(9999010101, "Breaks half-way")]
public sealed class M99990101_1_BreaksHalfWay : Migration
{
    public override void Up()
    {
        Create.Table("half_way").WithColumn("id").AsInt32();
        Delete.FromTable("optimization_results").AllRows();
        Execute.Sql("SELECT no_such_column FROM no_such_table");
    }

    public override void Down() => Delete.Table("half_way");
}
