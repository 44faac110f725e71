using Akka.Configuration;
using Akka.Persistence.Sql;

namespace ForexE2E.Cluster.Persistence;

/// <summary>The configuration of Akka.Persistence.Sql on the database of the runs.</summary>
internal static class Journal
{
    public static Config ConfigOf(JournalAddress address) => ConfigurationFactory.ParseString(
        $$"""
        akka.persistence {
          journal.plugin = "akka.persistence.journal.sql"
          snapshot-store.plugin = "akka.persistence.snapshot-store.sql"
          journal.sql {{Plugin(address)}}
          snapshot-store.sql {{Plugin(address)}}
        }
        """).WithFallback(SqlPersistence.DefaultConfiguration);

    private static string Plugin(JournalAddress address) =>
        $$"""
        {
            connection-string = "{{address.Connection.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}}"
            provider-name = "{{address.Provider}}"
            table-mapping = {{address.Mapping}}
            # Made by forexe2e migrate: nodes need no right to create tables.
            auto-initialize = off
          }
        """;
}
