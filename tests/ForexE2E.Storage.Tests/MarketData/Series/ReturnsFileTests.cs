using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData.Series;

namespace ForexE2E.Storage.Tests.MarketData.Series;

public sealed class ReturnsFileTests : IDisposable
{
    private readonly TextFolder _folder = new();

    [Theory]
    [InlineData("EURUSD,GBPUSD\n0.01,-0.02\n0,1e-3\n")]
    [InlineData("date,EURUSD,GBPUSD\r\n2020-01-01,0.01,-0.02\r\n\r\n2020-01-02,0,0.001\r\n")]
    [InlineData("\"Date\", EURUSD , \"GBPUSD\"\nx, 0.01 ,-0.02\ny,0,.001")]
    [InlineData(",EURUSD,GBPUSD\n0,0.01,-0.02\n1,0,0.001\n")]
    public void A_table_is_read_with_and_without_dates(string text)
    {
        (string[] symbols, double[] returns) = ReturnsFile.Read(_folder.Write("r.csv", text));
        Assert.Equal(["EURUSD", "GBPUSD"], symbols);
        Assert.Equal([0.01, -0.02, 0, 0.001], returns);
    }

    [Theory]
    [InlineData("A,B\n0.1,x\n", "line 2: 'x' in column B is no number")]
    [InlineData("A,B\n0.1,NaN\n", "line 2: 'NaN' in column B is no number")]
    [InlineData("A,B\n0.1,\n", "line 2: '' in column B is no number")]
    [InlineData("A,B\n0.1,0.2\n0.1\n", "line 3: 1 columns instead of the 2 of the header")]
    [InlineData("A,A\n0.1,0.2\n", "line 1: symbol 'A' stands in two columns")]
    [InlineData("A,,B\n0.1,0.2,0\n", "line 1: a column has no symbol")]
    [InlineData("0.1,0.2\n0.1,0.2\n", "line 1: '0.1' is a number where a symbol should stand")]
    [InlineData("date\n2020-01-01\n", "line 1: the header names no asset")]
    [InlineData("A,B\n0.1,0.2\n", "has 1 rows of returns")]
    [InlineData("A,B\n1.1,110.25\n1.1,110.5\n", "line 2: '110.25' in column B would be a return of 11025 %")]
    [InlineData("", "is empty")]
    public void A_bad_table_is_refused_with_line_and_remedy(string text, string message)
    {
        string path = _folder.Write("r.csv", text);
        string seen = Assert.Throws<MarketDataException>(() => ReturnsFile.Read(path)).Message;
        Assert.StartsWith(path, seen, StringComparison.Ordinal);
        Assert.Contains(message, seen, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
