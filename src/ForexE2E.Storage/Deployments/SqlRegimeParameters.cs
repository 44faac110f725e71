using ForexE2E.Domain.Deployments;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs.Json;
using ForexE2E.Storage.Runs.Rows;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace ForexE2E.Storage.Deployments;

/// <summary>Reads the sets in force from the table regime_parameters, with one query each time. Safe for concurrent use.</summary>
public sealed class SqlRegimeParameters : IRegimeParameters, IAsyncDisposable
{
    private readonly DatabaseConnections _database;

    private SqlRegimeParameters(DatabaseConnections database) => _database = database;

    /// <summary>Opens a database whose schema must be in place.</summary>
    /// <exception cref="RunStoreException">The database cannot be used, or its schema is absent, older or newer.</exception>
    public static async Task<SqlRegimeParameters> Open(DatabaseAddress address, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        await new DatabaseSchema(address).EnsureCurrent(cancellation);
        return new SqlRegimeParameters(new DatabaseConnections(address));
    }

    public Task<ActiveParameters?> FindActive(Market market, Regime regime, CancellationToken cancellation) =>
        _database.Read((db, token) => Find(db, market, regime, token), cancellation);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static async Task<ActiveParameters?> Find(DataConnection db, Market market, Regime regime, CancellationToken cancellation)
    {
        string symbol = market.Symbol.Code;
        string timeframe = market.Timeframe.ToString();
        string wanted = regime.ToName();
        var rows = await (
            from p in db.GetTable<RegimeParametersRow>()
            join r in db.GetTable<RunRow>() on p.RunId equals r.Id
            where p.Symbol == symbol && p.Timeframe == timeframe && p.IsActive == true && (p.Regime == wanted || p.Regime == TrialRows.Global)
            select new { Row = p, r.RunUuid }).ToListAsync(cancellation);
        // A regime's own set comes before the one that serves all; the schema allows one active row of each.
        return rows.OrderBy(r => r.Row.Regime == wanted ? 0 : 1).FirstOrDefault() is { } found
            ? Of(found.Row, market, RunId.Parse(found.RunUuid))
            : null;
    }

    private static ActiveParameters Of(RegimeParametersRow row, Market market, RunId run) => new(
        row.Id,
        market,
        RegimeNames.Parse(row.Regime),
        run,
        new TrialNumber(row.TrialNumber),
        ParameterJson.Read(row.ParametersJson, FormattableString.Invariant($"Row {row.Id} of regime_parameters")),
        Instants.FromColumn(row.ActivatedAt));
}
