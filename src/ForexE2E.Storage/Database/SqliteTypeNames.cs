using System.Data;
using FluentMigrator.Runner.Generators.Base;
using FluentMigrator.Runner.Generators.SQLite;

namespace ForexE2E.Storage.Database;

/// <summary>
/// Generic types under the names the specification uses. SQLite takes any name and derives an affinity from it; FLOAT gives
/// REAL, where FluentMigrator's own NUMERIC would turn 1.0 into an integer.
/// </summary>
internal sealed class SqliteTypeNames : TypeMapBase, ISQLiteTypeMap
{
    public SqliteTypeNames() => SetupTypeMaps();

    public bool UseStrictTables => false;

    protected override void SetupTypeMaps()
    {
        SetTypeMap(DbType.Int16, "INTEGER");
        SetTypeMap(DbType.Int32, "INTEGER");
        SetTypeMap(DbType.Int64, "BIGINT");
        SetTypeMap(DbType.Double, "FLOAT");
        SetTypeMap(DbType.Boolean, "BOOLEAN");
        SetTypeMap(DbType.DateTime, "DATETIME");
        SetTypeMap(DbType.String, "TEXT");
        SetTypeMap(DbType.String, "VARCHAR($size)", 4000);
        SetTypeMap(DbType.String, "TEXT", int.MaxValue);
        SetTypeMap(DbType.Binary, "BLOB");
    }
}
