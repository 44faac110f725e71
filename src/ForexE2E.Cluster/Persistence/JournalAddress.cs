namespace ForexE2E.Cluster.Persistence;

/// <summary>Where Akka itself remembers which runs are awake: the database of the runs. Never printed: it may hold a password.</summary>
/// <param name="Provider">The database program as Akka.Persistence.Sql names it, such as PostgreSQL.15.</param>
/// <param name="Mapping">Its table mapping, such as postgresql.</param>
/// <param name="Connection">What the driver is given.</param>
public sealed record JournalAddress(string Provider, string Mapping, string Connection)
{
    public override string ToString() => Provider;
}
