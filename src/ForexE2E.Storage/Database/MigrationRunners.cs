using System.Reflection;
using FluentMigrator.Runner;
using FluentMigrator.Runner.Generators.SQLite;
using FluentMigrator.Runner.Initialization;
using FluentMigrator.Runner.VersionTableInfo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ForexE2E.Storage.Database;

/// <summary>Sets FluentMigrator up for a database.</summary>
internal static class MigrationRunners
{
    /// <summary>All steps of one call are one transaction: a failing step takes the others back with it.</summary>
    public static ServiceProvider Create(DatabaseAddress address, IReadOnlyList<Assembly> migrations)
    {
        ServiceCollection services = new();
        services.AddFluentMigratorCore().ConfigureRunner(runner =>
        {
            _ = address.Kind == DatabaseKind.Postgres ? runner.AddPostgres11_0() : runner.AddSQLite();
            runner.WithGlobalConnectionString(address.ConnectionString).ScanIn([.. migrations]).For.Migrations();
        });
        services.Replace(ServiceDescriptor.Scoped<ISQLiteTypeMap>(_ => new SqliteTypeNames()));
        services.AddScoped<IVersionTableMetaData, SchemaVersionTable>();
        services.Configure<RunnerOptions>(options => options.TransactionPerSession = true);
        return services.BuildServiceProvider(validateScopes: false);
    }
}
