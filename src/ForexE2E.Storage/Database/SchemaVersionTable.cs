using FluentMigrator.Runner.Conventions;
using FluentMigrator.Runner.Initialization;
using FluentMigrator.Runner.VersionTableInfo;
using Microsoft.Extensions.Options;

namespace ForexE2E.Storage.Database;

/// <summary>The table that says which migrations a database has seen.</summary>
internal sealed class SchemaVersionTable(IConventionSet conventions, IOptions<RunnerOptions> options)
    : DefaultVersionTableMetaData(conventions, options)
{
    public const string Name = "schema_versions";
    public const string VersionColumn = "version";

    public override string TableName => Name;

    public override string ColumnName => VersionColumn;

    public override string AppliedOnColumnName => "applied_on";

    public override string DescriptionColumnName => "description";

    public override string UniqueIndexName => "uq_schema_versions";
}
