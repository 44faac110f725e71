using Npgsql;

namespace ForexE2E.Storage.Database;

/// <summary>Reads addresses as other PostgreSQL programs write them: postgres://user:password@host:port/database.</summary>
internal static class PostgresUri
{
    /// <exception cref="FormatException">The text is no such address.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri))
        {
            throw new FormatException("The address cannot be read.");
        }

        string[] login = uri.UserInfo.Split(':', 2);
        NpgsqlConnectionStringBuilder builder = new() { Host = uri.Host };
        if (uri.Port > 0)
        {
            builder.Port = uri.Port;
        }

        if (login[0].Length > 0)
        {
            builder.Username = Uri.UnescapeDataString(login[0]);
        }

        if (login.Length > 1)
        {
            builder.Password = Uri.UnescapeDataString(login[1]);
        }

        if (uri.AbsolutePath.Length > 1)
        {
            builder.Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]);
        }

        return builder;
    }
}
