using System.Runtime.CompilerServices;
using System.Text;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs.Json;
using ForexE2E.Storage.Runs.Rows;

namespace ForexE2E.Storage.Runs;

/// <summary>
/// Makes the sentences that insert the parameter rows of new trials, ninety each and most of what a trial costs the database. One
/// sentence holds a trial's rows: on PostgreSQL as arrays, on SQLite with what all trials have in common in its text.
/// </summary>
internal static class ParameterWrites
{
    private const string Into = "INSERT INTO optimization_parameters (run_id, trial_number, regime, created_at, parameter_group, parameter_name, parameter_type, parameter_value) ";

    private const string Arrays = Into + "SELECT $1, $2, $3, $4, p.* FROM unnest($5::text[], $6::text[], $7::text[], $8::text[]) AS p";

    private static readonly ConditionalWeakTable<ParameterList, string> Texts = [];

    public static IEnumerable<RowStatement> Of(bool isPostgres, int runId, IEnumerable<Trial> trials) =>
        from same in trials.GroupBy(t => t.Parameters.Definitions)
        select isPostgres ? ByArrays(runId, same) : new RowStatement(Texts.GetValue(same.Key, TextOf), [.. same.Select(t => (object?[])[.. Head(runId, t), .. Values(t)])]);

    private static RowStatement ByArrays(int runId, IGrouping<ParameterList, Trial> trials)
    {
        string[] groups = [.. trials.Key.Select(d => d.Group.ToName())];
        string[] names = [.. trials.Key.Select(d => d.Name)];
        string[] types = [.. trials.Key.Select(ParameterJson.TypeOf)];
        return new RowStatement(Arrays, [.. trials.Select(t => (object?[])[.. Head(runId, t), groups, names, types, Values(t)])]);
    }

    private static object[] Head(int runId, Trial trial) => [runId, trial.Number.Value, trial.Regime.ToName(), Instants.ToColumn(trial.CreatedAt)];

    private static string[] Values(Trial trial) => [.. Enumerable.Range(0, trial.Parameters.Definitions.Count).Select(trial.Parameters.Format)];

    // Groups, names and types are words of the catalogue, without quotes.
    private static string TextOf(ParameterList definitions)
    {
        StringBuilder sql = new(Into + "VALUES ");
        for (int i = 0; i < definitions.Count; i++)
        {
            ParameterDefinition d = definitions[i];
            sql.Append(i == 0 ? "" : ", ").Append(FormattableString.Invariant($"($1, $2, $3, $4, '{d.Group.ToName()}', '{d.Name}', '{ParameterJson.TypeOf(d)}', ${i + 5})"));
        }

        return sql.ToString();
    }
}
