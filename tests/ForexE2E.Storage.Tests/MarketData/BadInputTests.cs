using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData;
using ForexE2E.Storage.MarketData.Checks;

namespace ForexE2E.Storage.Tests.MarketData;

public sealed class BadInputTests : IDisposable
{
    private const string Header = "timestamp,open,high,low,close,volume\n";
    private const string First = "2019-01-02T10:00:00Z,1.1,1.2,1.0,1.1,1\n";
    private static readonly Symbol EurUsd = Symbol.Parse("EURUSD");
    private readonly TextFolder _folder = new();

    [Theory]
    [InlineData("", "is empty", null)]
    [InlineData("\n \n", "is empty", null)]
    [InlineData(Header, "has a header but no bars", null)]
    [InlineData("a,b,c\n1,2,3\n", "line 1: unknown columns 'a,b,c'", null)]
    [InlineData("timestamp,open,high,low,volume\n2019-01-02T10:00:00Z,1,1,1,1\n", "line 1: unknown columns", null)]
    [InlineData(Header + First + "2019-01-02T10:05:00Z,1.1,1.2\n", "line 3: it has 3 columns instead of 6", FindingCodes.UnreadableRow)]
    [InlineData(Header + First + "2019-01-02T10:05:00Z,1.1,1.2,abc,1.1,1\n", "line 3: 'abc' is not a price", FindingCodes.UnreadableRow)]
    [InlineData(Header + First + "2019-01-02T10:05:00Z,1.1,NaN,1.0,1.1,1\n", "line 3: 'NaN' is not a price", FindingCodes.UnreadableRow)]
    [InlineData(Header + First + "2019-01-02T10:05:00Z,1.1,Infinity,1.0,1.1,1\n", "line 3: 'Infinity' is not a price", FindingCodes.UnreadableRow)]
    [InlineData(Header + First + "2019-01-02T10:05:00Z,1.1,,1.0,1.1,1\n", "line 3: '' is not a price", FindingCodes.UnreadableRow)]
    [InlineData(Header + First + "2019-01-02T10:05:00Z,1.1,1.2,1.0,1.1,NaN\n", "line 3: 'NaN' is not a volume", FindingCodes.UnreadableRow)]
    [InlineData(Header + First + "2019-01-02T10:05:00Z,1.1,1.2,1.0,1.1,-5\n", "line 3: '-5' is not a volume", FindingCodes.UnreadableRow)]
    [InlineData(Header + First + "2019-02-30T10:05:00Z,1.1,1.2,1.0,1.1,1\n", "line 3: '2019-02-30T10:05:00Z' is an impossible date", FindingCodes.UnreadableRow)]
    [InlineData(Header + First + "2019-01-02T25:05:00Z,1.1,1.2,1.0,1.1,1\n", "is an impossible time", FindingCodes.UnreadableRow)]
    [InlineData(Header + First + "2019-01-02T10:05:30Z,1.1,1.2,1.0,1.1,1\n", "is not a whole minute", FindingCodes.UnreadableRow)]
    [InlineData(Header + First + "02/01/2019 10:05,1.1,1.2,1.0,1.1,1\n", "is not a date and time", FindingCodes.UnreadableRow)]
    [InlineData(Header + First + "2019-01-02T10:05:00,1.1,1.2,1.0,1.1,1\n", "some stamps state their offset", FindingCodes.UnreadableRow)]
    [InlineData(Header + First + "2019-01-02T10:05:00Z,1.1,1.2,0,1.1,1\n", "line 3 (2019-01-02 10:05): a price is zero or below", FindingCodes.PriceNotPositive)]
    [InlineData(Header + First + "2019-01-02T10:05:00Z,1.1,1.2,-1.0,1.1,1\n", "a price is zero or below", FindingCodes.PriceNotPositive)]
    [InlineData(Header + First + "2019-01-02T10:05:00Z,1.1,1.0,1.2,1.1,1\n", "the high lies below the low", FindingCodes.ImpossibleBar)]
    [InlineData(Header + First + "2019-01-02T10:05:00Z,1.3,1.2,1.0,1.1,1\n", "the open or close lies outside of low to high", FindingCodes.ImpossibleBar)]
    [InlineData(Header + First + "2019-01-02T09:55:00Z,1.1,1.2,1.0,1.1,1\n", "line 3 (2019-01-02 09:55): the stamp lies before", FindingCodes.Disorder)]
    [InlineData(Header + First + First, "line 3 (2019-01-02 10:00): the row repeats line 2", FindingCodes.DuplicateExact)]
    [InlineData(Header + First + "2019-01-02T10:00:00Z,1.1,1.2,1.0,1.2,1\n", "line 3 (2019-01-02 10:00): the row has the stamp of line 2 but other values", FindingCodes.DuplicateConflicting)]
    [InlineData(Header + First, "length of a bar cannot be told", FindingCodes.NoTimeframe)]
    [InlineData(Header + First + "2019-01-02T10:07:00Z,1.1,1.2,1.0,1.2,1\n", "7 minutes apart", FindingCodes.NoTimeframe)]
    [InlineData("20190102 10:00,1.2,1.2,1.2,1.2,0,1.1,1.1,1.1,1.1,0\n20190102 11:00,1,1,1,1,0,1.1,1.1,1.1,1.1,0\n", "line 1: '1.1' makes the spread negative", FindingCodes.UnreadableRow)]
    public void A_bad_file_is_refused_with_its_name_line_and_remedy_and_the_check_reports_instead(string text, string message, string? code)
    {
        string path = _folder.Write("EURUSD.csv", text);

        MarketDataException error = Assert.Throws<MarketDataException>(() => BarFileReader.Read(path, EurUsd));

        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
        if (code is not null)
        {
            Assert.Contains(BarFileCheck.Run(path, EurUsd).Findings, f => f.Code == code && f.Severity == FindingSeverity.Error);
        }
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_refused_by_name()
    {
        string missing = _folder.PathOf("nothing.csv");

        Assert.Contains("no such file", Refusal(missing), StringComparison.Ordinal);
        Assert.Contains("is a folder", Refusal(Path.GetDirectoryName(missing)!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_file_is_refused() =>
        Assert.Contains("is binary", Refusal(_folder.Write("x.hst", [1, 2, 0, 4, 0, 0, 9])), StringComparison.Ordinal);

    [Fact]
    public void A_damaged_or_cut_gzip_file_is_refused_wherever_it_is_cut()
    {
        string text = Header + string.Concat(Enumerable.Range(0, 2000).Select(i =>
            FormattableString.Invariant($"{new DateTime(2019, 1, 2).AddMinutes(5 * i):yyyy-MM-ddTHH:mm:ss}Z,1.1,1.2,1.0,1.1{i % 7},{i}\n")));
        byte[] packed = TextFolder.Gzip(text);
        foreach (int length in new[] { 3, 11, packed.Length / 2, packed.Length - 9, packed.Length - 5, packed.Length - 1 })
        {
            string message = Refusal(_folder.Write($"cut{length}.csv.gz", packed[..length]));
            Assert.Contains("Download or copy the file again", message, StringComparison.Ordinal);
        }

        byte[] damaged = [.. packed];
        damaged[packed.Length / 2] ^= 0xFF;
        Assert.Contains("damaged", Refusal(_folder.Write("bad.csv.gz", damaged)), StringComparison.Ordinal);
        Assert.Equal(2000, BarFileReader.Read(_folder.Write("good.csv.gz", packed), EurUsd).Count);
    }

    [Fact]
    public void The_first_bad_line_is_named_when_there_are_several_faults()
    {
        string path = _folder.Write("EURUSD.csv", Header + First + First + "rubbish\n");

        Assert.Contains("line 3", Refusal(path), StringComparison.Ordinal);
    }

    [Fact]
    public void The_check_counts_every_fault_and_keeps_the_good_bars()
    {
        string path = _folder.Write("EURUSD.csv", Header + First
            + "2019-01-02T10:05:00Z,1.1,1.2,1.0,1.1,1\n2019-01-02T10:05:00Z,1.1,1.2,1.0,1.1,1\nx\ny\n2019-01-02T10:10:00Z,1.1,1.0,1.2,1.1,1\n2019-01-02T10:15:00Z,1.1,1.2,1.0,1.1,1\n");

        BarFileReport report = BarFileCheck.Run(path, symbol: null);

        Assert.True(report.HasErrors);
        Assert.Equal((7L, 3, "EURUSD"), (report.Rows, report.Bars, report.Symbol?.Code));
        Assert.Equal((2L, 5), Seen(report, FindingCodes.UnreadableRow));
        Assert.Equal((1L, 4), Seen(report, FindingCodes.DuplicateExact));
        Assert.Equal((1L, 7), Seen(report, FindingCodes.ImpossibleBar));
    }

    public void Dispose() => _folder.Dispose();

    private static string Refusal(string path) => Assert.Throws<MarketDataException>(() => BarFileReader.Read(path, EurUsd)).Message;

    private static (long, int?) Seen(BarFileReport report, string code)
    {
        BarFileFinding finding = Assert.Single(report.Findings, f => f.Code == code);
        return (finding.Count, finding.FirstLine);
    }
}
