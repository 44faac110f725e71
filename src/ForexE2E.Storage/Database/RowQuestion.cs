using System.Data.Common;

namespace ForexE2E.Storage.Database;

/// <summary>A question of this program, as the driver is asked it. Its parameters are $1, $2 and so on in both databases.</summary>
/// <param name="Read">Takes each row of the answer.</param>
internal readonly record struct RowQuestion(string Sql, object[] Parameters, Action<DbDataReader> Read);
