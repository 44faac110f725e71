using Npgsql;

namespace ForexE2E.EndToEnd.Tests.Watching;

/// <summary>A database with the two roles of docs/database.md: one owns the tables, the other may only read and write rows.</summary>
internal sealed class LeastRights : IAsyncDisposable
{
    public const string Password = "geheim-4711";

    private readonly string _server;
    private readonly string _name;

    private LeastRights(string server, string name) => (_server, _name) = (server, name);

    /// <summary>Address of the database for the role that owns the tables.</summary>
    public string Owner => AddressOf(_name + "_owner");

    /// <summary>Address of the database for the role of the nodes.</summary>
    public string Node => AddressOf(_name);

    public static async Task<LeastRights> Create(string server)
    {
        LeastRights made = new(server, "forexe2e_" + Guid.NewGuid().ToString("N")[..12]);
        string node = made._name;
        await made.Execute("postgres", $"CREATE ROLE {node}_owner LOGIN PASSWORD '{Password}'; CREATE ROLE {node} LOGIN PASSWORD '{Password}'");
        await made.Execute("postgres", $"CREATE DATABASE {node} OWNER {node}_owner");
        await made.Execute(node, $"""
            SET ROLE {node}_owner;
            GRANT USAGE ON SCHEMA public TO {node};
            ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {node};
            ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO {node}
            """);
        return made;
    }

    /// <summary>Runs a sentence with the rights of the nodes.</summary>
    /// <exception cref="PostgresException">The right is lacking.</exception>
    public Task AsNode(string sql) => Execute(_name, $"SET ROLE {_name}; {sql}");

    public async ValueTask DisposeAsync()
    {
        await Execute("postgres", $"DROP DATABASE {_name} WITH (FORCE)");
        await Execute("postgres", $"DROP ROLE {_name}; DROP ROLE {_name}_owner");
    }

    private string AddressOf(string role)
    {
        NpgsqlConnectionStringBuilder own = new(_server) { Database = _name, Username = role, Password = Password };
        return "postgres:" + own.ConnectionString;
    }

    private async Task Execute(string database, string sql)
    {
        await using NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder(_server) { Database = database, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
