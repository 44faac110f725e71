using System.IO.Compression;
using System.Text;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Tests.Commands;

/// <summary>Every bad input: one clear message that names the thing and the remedy, a documented exit code, no database.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Header = "timestamp,open,high,low,close,volume\n";
    private const string Row = "2019-01-02T00:00:00Z,1.1,1.2,1.0,1.1,5\n";
    private const string Good = Header + Row + "2019-01-02T00:05:00Z,1.1,1.2,1.0,1.1,5\n2019-01-02T00:10:00Z,1.1,1.2,1.0,1.1,5\n";

    private readonly Shell _shell = new();

    public static TheoryData<string, string> BadFiles => new()
    {
        { "", "empty" },
        { Header, "no bars" },
        { "a,b,c\n1,2,3\n", "column" },
        { Good + "2019-01-02T00:15:00Z,1.1,1.2\n", "line 5" },
        { Good + Row, "line 5" },
        { Good + "2019-01-02T00:10:00Z,1.1,1.2,1.0,1.1,5\n", "line 5" },
        { Good + "2019-01-02T00:15:00Z,-1.1,1.2,-1.2,1.1,5\n", "line 5" },
        { Good + "2019-01-02T00:15:00Z,1.1,1.0,1.2,1.1,5\n", "line 5" },
        { "\0\u0001\u0002PNG\0\0\0", "" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_bad_bar_file_is_refused_by_name_and_line(string content, string expected)
    {
        string file = _shell.WriteFile("bars.csv", content);
        string error = await Refused(ExitCode.BadData, "--bars", file);
        Assert.Contains("bars.csv", error, StringComparison.Ordinal);
        Assert.Contains(expected, error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_missing_bar_file_is_named() =>
        Assert.Contains("absent.csv", await Refused(ExitCode.BadData, "--bars", _shell.PathOf("absent.csv")), StringComparison.Ordinal);

    [Fact]
    public async Task A_corrupt_gzip_file_is_refused()
    {
        string file = _shell.PathOf("bars.csv.gz");
        await using (FileStream stream = File.Create(file))
        await using (GZipStream gzip = new(stream, CompressionLevel.Fastest))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Repeat(Row, 5000))));
        }

        byte[] bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 2)]);
        Assert.Contains("bars.csv.gz", await Refused(ExitCode.BadData, "--bars", file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--trials", "0", "trials")]
    [InlineData("--trials", "x", "--trials")]
    [InlineData("--parallel", "0", "parallel")]
    [InlineData("--symbol", "EURXXX", "EURXXX")]
    [InlineData("--timeframe", "7m", "7m")]
    [InlineData("--method", "magic", "bayesian")]
    [InlineData("--regime-mode", "both", "per_regime")]
    [InlineData("--enable", "sssd,crystal", "crystal")]
    [InlineData("--fix", "risk_stop_loss_pct=50", "0.5 to 5")]
    [InlineData("--fix", "no_such=1", "no_such")]
    [InlineData("--seed", "-1", "--seed")]
    [InlineData("--train-days", "5", "trainDays")]
    [InlineData("--balance", "1", "balance")]
    [InlineData("--currency", "XXX", "XXX")]
    [InlineData("--min-win-rate", "45", "0 to 1")]
    [InlineData("--from", "2024-13-01", "--from")]
    [InlineData("--from", "2024-07-01", "start")]
    [InlineData("--to", "2024-01-20", "span")]
    [InlineData("--database", "oracle:db", "sqlite:PATH")]
    [InlineData("--no-such-option", "1", "--no-such-option")]
    public async Task A_wrong_value_is_refused_by_name(string option, string value, string expected) =>
        Assert.Contains(expected, await Refused(ExitCode.WrongUsage, option, value), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_kept()
    {
        string file = _shell.WriteFile("runs.db", "this is no database, but a letter to a friend, long enough to be one");
        (ExitCode code, string output, string error) = await _shell.Type("optimize", "--trials", "1", "--database", _shell.Database);
        Assert.Equal((ExitCode.Database, ""), (code, output));
        Assert.Contains("runs.db", error, StringComparison.Ordinal);
        Assert.StartsWith("this is no database", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_in_a_missing_folder_is_refused()
    {
        (ExitCode code, _, string error) = await _shell.Type("optimize", "--trials", "1", "--database", "sqlite:" + Path.Combine(_shell.Folder, "absent", "runs.db"));
        Assert.Equal(ExitCode.Database, code);
        Assert.Contains("absent", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_commands_create_no_database()
    {
        foreach (string verb in (string[])["list", "show", "best", "resume", "stop"])
        {
            (ExitCode code, string output, _) = await _shell.Type("run", verb, "--database", _shell.Database);
            Assert.Equal((ExitCode.Database, ""), (code, output));
        }

        Assert.Empty(Directory.GetFiles(_shell.Folder));
    }

    [Fact]
    public async Task A_log_file_that_cannot_be_written_is_named() =>
        Assert.Contains("absent", await Refused(ExitCode.WrongUsage, "--log", Path.Combine(_shell.Folder, "absent", "run.log")), StringComparison.Ordinal);

    public void Dispose() => _shell.Dispose();

    // Bad input must be refused before the database is opened: no file may appear beside those the test wrote.
    private async Task<string> Refused(ExitCode expected, params string[] arguments)
    {
        string[] before = Directory.GetFiles(_shell.Folder);
        string[] database = arguments.Contains("--database") ? [] : ["--database", _shell.Database];
        (ExitCode code, string output, string error) = await _shell.Type(["optimize", .. arguments, .. database]);
        Assert.Equal((expected, ""), (code, output));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(_shell.Folder));
        return error;
    }
}
