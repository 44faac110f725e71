using System.Collections.Immutable;
using System.Reflection;
using FluentMigrator;
using FluentMigrator.Runner;
using ForexE2E.Domain.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace ForexE2E.Storage.Database;

/// <summary>
/// Brings a database's schema up or down and says where it stands. A failing step leaves the schema as it was; a database
/// that a newer program has migrated is refused untouched. Failures throw <see cref="RunStoreException"/>.
/// </summary>
public sealed class DatabaseSchema
{
    private readonly DatabaseAddress _address;
    private readonly ImmutableArray<Assembly> _assemblies;

    /// <param name="further">Assemblies with further migrations beside this one's.</param>
    public DatabaseSchema(DatabaseAddress address, params IReadOnlyList<Assembly> further)
    {
        ArgumentNullException.ThrowIfNull(address);
        _address = address;
        _assemblies = [typeof(DatabaseSchema).Assembly, .. further];
    }

    /// <summary>Where the schema stands; changes nothing, and creates no file.</summary>
    public async Task<SchemaStatus> Status(CancellationToken cancellation)
    {
        try
        {
            ImmutableArray<long> applied = await AppliedVersions.Read(_address, cancellation);
            ImmutableSortedDictionary<long, string> known = KnownVersions();
            IEnumerable<long> all = known.Keys.Union(applied).Order();
            return new SchemaStatus(
                [.. all.Select(v => new SchemaVersion(v, known.GetValueOrDefault(v, "unknown to this program"), applied.Contains(v)))],
                known.Keys.Max());
        }
        catch (Exception e) when (DatabaseFailure.Is(e))
        {
            throw DatabaseFailure.Of(_address, e);
        }
    }

    /// <summary>Applies the missing steps; creates a SQLite file where there is none.</summary>
    public Task<SchemaStatus> MigrateUp(CancellationToken cancellation) => Migrate(runner => runner.MigrateUp(), cancellation);

    /// <summary>Brings an empty or absent database to exactly the given version, up or down; rows are not looked at.</summary>
    internal async Task<SchemaStatus> MigrateTo(long version, CancellationToken cancellation) =>
        (await Status(cancellation)).Current > version
            ? await Migrate(runner => runner.MigrateDown(version), cancellation)
            : await Migrate(runner => runner.MigrateUp(version), cancellation);

    /// <summary>Takes steps back down to the given version, which stays; 0 takes back all, and with them every run.</summary>
    public async Task<SchemaStatus> MigrateDown(long version, CancellationToken cancellation)
    {
        SchemaStatus status = await Status(cancellation);
        return version == 0 || status.Versions.Any(v => v.Applied && v.Version == version)
            ? await Migrate(runner => runner.MigrateDown(version), cancellation)
            : throw new RunStoreException(FormattableString.Invariant(
                $"{_address} has no schema version {version}: must be 0 or one of {string.Join(", ", status.Versions.Where(v => v.Applied).Select(v => v.Version))}."));
    }

    /// <summary>Only looks: the schema must be the one this program knows.</summary>
    /// <exception cref="RunStoreException">It is absent, older or newer; the message names the remedy.</exception>
    public async Task<SchemaStatus> EnsureCurrent(CancellationToken cancellation)
    {
        SchemaStatus status = RefuseNewer(await Status(cancellation));
        return status switch
        {
            { IsCurrent: true } => status,
            { IsAbsent: true } => throw new RunStoreException($"There is no {_address} yet, or it is empty: 'forexe2e optimize' makes it with its first run, 'forexe2e migrate up' without one."),
            _ => throw new RunStoreException(FormattableString.Invariant(
                $"{_address} has schema {status.Current}, this program needs {status.Newest}. Run: forexe2e migrate up")),
        };
    }

    private async Task<SchemaStatus> Migrate(Action<IMigrationRunner> change, CancellationToken cancellation)
    {
        RefuseNewer(await Status(cancellation));
        if (_address.Kind == DatabaseKind.Sqlite)
        {
            SqliteFile.CheckWritable(_address);
        }

        try
        {
            await using IAsyncDisposable _ = await MigrationLock.Take(_address, cancellation);
            // FluentMigrator knows no await.
            await Task.Run(() => Run(change), cancellation);
        }
        catch (Exception e) when (e is not (OperationCanceledException or RunStoreException))
        {
            Exception cause = e.GetBaseException();
            throw DatabaseFailure.Is(cause)
                ? DatabaseFailure.Of(_address, cause)
                : new RunStoreException($"{_address} could not be migrated and keeps its old schema: {cause.Message}", e);
        }

        return await Status(cancellation);
    }

    private void Run(Action<IMigrationRunner> change)
    {
        using ServiceProvider provider = MigrationRunners.Create(_address, _assemblies);
        using IServiceScope scope = provider.CreateScope();
        change(scope.ServiceProvider.GetRequiredService<IMigrationRunner>());
    }

    private SchemaStatus RefuseNewer(SchemaStatus status) => status.IsNewer
        ? throw new RunStoreException(FormattableString.Invariant(
            $"{_address} has the newer schema {status.Current}; this program knows up to {status.Newest}. Use a newer forexe2e, or another database. Nothing was changed."))
        : status;

    private ImmutableSortedDictionary<long, string> KnownVersions() => _assemblies
        .SelectMany(a => a.GetExportedTypes())
        .Select(t => t.GetCustomAttribute<MigrationAttribute>())
        .OfType<MigrationAttribute>()
        .ToImmutableSortedDictionary(m => m.Version, m => m.Description ?? "");
}
