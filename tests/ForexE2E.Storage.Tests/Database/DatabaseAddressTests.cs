using ForexE2E.Domain.Runs;
using ForexE2E.Storage.Database;

namespace ForexE2E.Storage.Tests.Database;

public sealed class DatabaseAddressTests
{
    [Fact]
    public void A_file_is_named_by_its_full_path()
    {
        DatabaseAddress address = DatabaseAddress.Parse("sqlite:runs.db");
        Assert.Equal((DatabaseKind.Sqlite, Path.GetFullPath("runs.db")), (address.Kind, address.File));
        Assert.Equal($"SQLite database {Path.GetFullPath("runs.db")}", address.ToString());
    }

    [Theory]
    [InlineData("postgres:Host=db;Port=5433;Database=forex;Username=anna;Password=top-secret")]
    [InlineData("postgres://anna:top-secret@db:5433/forex")]
    [InlineData("postgresql://anna:top-secret@db:5433/forex")]
    public void A_server_is_named_without_its_password(string text)
    {
        DatabaseAddress address = DatabaseAddress.Parse(text);
        Assert.Equal((DatabaseKind.Postgres, null), (address.Kind, address.File));
        Assert.Equal("PostgreSQL database forex at db:5433", address.ToString());
        Assert.Contains("top-secret", address.ConnectionString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mysql:server")]
    [InlineData("runs.db")]
    [InlineData("")]
    [InlineData("sqlite:")]
    [InlineData("sqlite::memory:")]
    [InlineData("postgres:")]
    [InlineData("postgres:Database=forex;Password=top-secret")]
    [InlineData("postgres:Hots=db;Password=top-secret")]
    public void What_is_no_address_is_refused_without_repeating_a_password(string text)
    {
        RunStoreException refusal = Assert.Throws<RunStoreException>(() => DatabaseAddress.Parse(text));
        Assert.Contains("must be", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("top-secret", refusal.ToString(), StringComparison.Ordinal);
    }
}
