using ForexE2E.Host.Failures;
using ForexE2E.Host.Options;
using ForexE2E.Storage.Database;

namespace ForexE2E.Host.Tests.Options;

public sealed class DatabaseSourceTests : IDisposable
{
    private const string Secret = "postgres:Host=db;Database=forexe2e;Username=forexe2e;Password=geheim-4711";

    private readonly Shell _shell = new();
    private readonly Dictionary<string, string> _environment = [];

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Without_a_word_it_is_a_file_in_the_working_folder() => Assert.Equal(DatabaseAddress.Parse("sqlite:forexe2e.db").ToString(), Find().ToString());

    [Fact]
    public void The_command_line_wins_over_the_environment()
    {
        _environment["FOREXE2E_DATABASE"] = Secret;
        Assert.EndsWith("own.db", Find(DatabaseAddress.Parse("sqlite:own.db")).ToString(), StringComparison.Ordinal);
        Assert.Equal(DatabaseKind.Postgres, Find().Kind);
    }

    [Fact]
    public void A_mounted_secret_is_read_with_or_without_an_end_of_line()
    {
        string file = _shell.WriteFile("database", Secret + "\n");
        Assert.Contains("geheim-4711", Find(null, file).ToDriver(), StringComparison.Ordinal);
        _environment["FOREXE2E_DATABASE_FILE"] = _shell.WriteFile("other", Secret);
        Assert.Equal(DatabaseKind.Postgres, Find().Kind);
    }

    [Theory]
    [InlineData("FOREXE2E_DATABASE", "geheim-4711")]
    [InlineData("FOREXE2E_DATABASE", "mysql:geheim-4711")]
    [InlineData("FOREXE2E_DATABASE", "postgres:Password=geheim-4711")]
    public void What_is_no_address_is_refused_and_never_quoted(string variable, string text)
    {
        _environment[variable] = text;
        CommandException refusal = Assert.Throws<CommandException>(() => Find());
        Assert.Equal(ExitCode.WrongUsage, refusal.Code);
        Assert.Contains(variable, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", refusal.ToString(), StringComparison.Ordinal);
        CommandException ofFile = Assert.Throws<CommandException>(() => Find(null, _shell.WriteFile("wrong", text)));
        Assert.Contains("--database-file", ofFile.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", ofFile.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        CommandException refusal = Assert.Throws<CommandException>(() => Find(null, _shell.PathOf("nowhere")));
        Assert.Contains("nowhere", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("one line", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_places_are_one_too_many()
    {
        Assert.Throws<CommandException>(() => Find(DatabaseAddress.Parse("sqlite:a.db"), "b"));
        _environment["FOREXE2E_DATABASE"] = Secret;
        _environment["FOREXE2E_DATABASE_FILE"] = "b";
        Assert.Contains("FOREXE2E_DATABASE_FILE", Assert.Throws<CommandException>(() => Find()).Message, StringComparison.Ordinal);
    }

    private DatabaseAddress Find(DatabaseAddress? said = null, string? file = null) => DatabaseSource.Find(said, file, _environment.GetValueOrDefault);
}
