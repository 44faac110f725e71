namespace ForexE2E.Storage.Database;

/// <summary>A sentence of this program and the rows it is run for. Its parameters are $1, $2 and so on in both databases; null is NULL.</summary>
internal readonly record struct RowStatement(string Sql, IReadOnlyCollection<object?[]> Rows);
