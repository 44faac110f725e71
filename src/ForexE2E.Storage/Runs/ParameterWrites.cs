using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs.Json;
using ForexE2E.Storage.Runs.Rows;
using LinqToDB.Data;
using Microsoft.Data.Sqlite;

namespace ForexE2E.Storage.Runs;

/// <summary>
/// Inserts the parameter rows of new trials, ninety each and most of what a trial costs the database. On SQLite one statement
/// holds a trial's rows, with what all trials have in common in its text.
/// </summary>
internal static class ParameterWrites
{
    private static readonly ConditionalWeakTable<ParameterList, string> Statements = [];

    public static async Task Insert(DataConnection db, int runId, IReadOnlyList<Trial> trials, CancellationToken cancellation)
    {
        DbConnection connection = await db.OpenDbConnectionAsync(cancellation);
        if (connection is not SqliteConnection)
        {
            await BulkInsert.Into(db, [.. trials.SelectMany(t => TrialRows.ParametersOf(runId, t))], cancellation);
            return;
        }

        foreach (IGrouping<ParameterList, Trial> same in trials.GroupBy(t => t.Parameters.Definitions))
        {
            string sql = Statements.GetValue(same.Key, StatementOf);
            await RowStatements.Run(db, sql, [.. same.Select(t => ValuesOf(runId, t))], cancellation);
        }
    }

    private static object?[] ValuesOf(int runId, Trial trial)
    {
        ParameterSet set = trial.Parameters;
        return [runId, trial.Number.Value, trial.Regime.ToName(), Instants.ToColumn(trial.CreatedAt), .. Enumerable.Range(0, set.Definitions.Count).Select(set.Format)];
    }

    // Groups, names and types are words of the catalogue, without quotes.
    private static string StatementOf(ParameterList definitions)
    {
        StringBuilder sql = new("INSERT INTO optimization_parameters (run_id, trial_number, regime, created_at, parameter_group, parameter_name, parameter_type, parameter_value) VALUES ");
        for (int i = 0; i < definitions.Count; i++)
        {
            ParameterDefinition d = definitions[i];
            sql.Append(i == 0 ? "" : ", ").Append(FormattableString.Invariant($"($1, $2, $3, $4, '{d.Group.ToName()}', '{d.Name}', '{ParameterJson.TypeOf(d)}', ${i + 5})"));
        }

        return sql.ToString();
    }
}
