using System.Globalization;
using System.Text;
using System.Text.Json;
using ForexE2E.Domain.Randomness;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Tests.Commands;

public sealed class PortfolioCommandsTests : IDisposable
{
    private readonly Shell _shell = new();

    [Fact]
    public async Task The_document_begins_with_weights_risk_and_expected_return()
    {
        JsonElement found = await Document("portfolio", "optimize", "--returns", Returns(), "--risk-measure", "cvar", "--objective", "minrisk", "--alpha", "0.95", "--json");
        Assert.Equal(["weights", "risk", "expected_return"], found.EnumerateObject().Take(3).Select(p => p.Name));
        Assert.Equal(["EURUSD", "GBPUSD", "USDJPY"], found.GetProperty("weights").EnumerateObject().Select(p => p.Name));
        Assert.Equal(1, found.GetProperty("weights").EnumerateObject().Sum(p => p.Value.GetDouble()), 1e-9);
        Assert.True(found.GetProperty("risk").GetDouble() > 0);
        Assert.Equal(JsonValueKind.Null, found.GetProperty("remark").ValueKind);
    }

    [Fact]
    public async Task MaxRatio_is_another_word_for_Sharpe_and_a_date_column_changes_nothing()
    {
        JsonElement one = await Document("portfolio", "optimize", "--returns", Returns(), "--objective", "MaxRatio", "--json");
        JsonElement two = await Document("portfolio", "optimize", "--returns", Returns("date"), "--objective", "SHARPE", "--json");
        Assert.Equal(one.ToString(), two.ToString());
    }

    [Fact]
    public async Task The_risk_free_rate_is_a_year_s_and_divided_by_the_periods_of_one()
    {
        JsonElement year = await Document("portfolio", "optimize", "--returns", Returns(), "--risk-free", "0.0252", "--json");
        JsonElement period = await Document("portfolio", "optimize", "--returns", Returns(), "--risk-free", "0.0001", "--periods-per-year", "1", "--json");
        Assert.Equal(1e-4, year.GetProperty("risk_free_per_period").GetDouble(), 1e-15);
        Assert.Equal(year.GetProperty("weights").ToString(), period.GetProperty("weights").ToString());
    }

    [Fact]
    public async Task The_frontier_has_as_many_points_as_asked_for()
    {
        JsonElement frontier = await Document("portfolio", "frontier", "--returns", Returns(), "--risk-measure", "WR", "--points", "5", "--max-weight", "0.9", "--json");
        Assert.Equal("portfolio_frontier", frontier.GetProperty("document").GetString());
        double[] risks = [.. frontier.GetProperty("points").EnumerateArray().Select(p => p.GetProperty("risk").GetDouble())];
        Assert.Equal(5, risks.Length);
        Assert.Equal(risks.Order(), risks);
    }

    [Fact]
    public async Task People_see_tables()
    {
        (ExitCode code, string output, _) = await _shell.Type("portfolio", "optimize", "--returns", Returns(), "--risk-parity", "--max-weight", "0.3");
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("EURUSD", output, StringComparison.Ordinal);
        Assert.Contains("cash", output, StringComparison.Ordinal);
        Assert.Contains("10.00 %", output, StringComparison.Ordinal);
        (code, output, _) = await _shell.Type("portfolio", "frontier", "--returns", Returns(), "--points", "3");
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("Risk (MV)", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--risk-measure", "VaR", "must be one of MV, CVaR, CDaR, EVaR, WR")]
    [InlineData("--objective", "Best", "must be one of Sharpe")]
    [InlineData("--min-weight", "0.4", "more than the whole")]
    [InlineData("--max-weight", "2", "greatest weight must be above 0 and at most 1")]
    [InlineData("--alpha", "1", "confidence (alpha) must be at least 0.5 and below 1")]
    [InlineData("--periods-per-year", "0", "--periods-per-year must be above 0")]
    [InlineData("--aversion", "-1", "risk aversion must be 0 or more")]
    public async Task A_wrong_option_is_refused_by_name(string option, string value, string message)
    {
        (ExitCode code, string output, string error) = await _shell.Type("portfolio", "optimize", "--returns", Returns(), option, value);
        Assert.Equal((ExitCode.WrongUsage, ""), (code, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Returns_must_be_named_and_readable()
    {
        (ExitCode code, _, string error) = await _shell.Type("portfolio", "optimize");
        Assert.Equal(ExitCode.WrongUsage, code);
        Assert.Contains("--returns must name a CSV file", error, StringComparison.Ordinal);
        (code, _, error) = await _shell.Type("portfolio", "optimize", "--returns", _shell.WriteFile("bad.csv", "A,B\n0.1,x\n"));
        Assert.Equal(ExitCode.BadData, code);
        Assert.Contains("line 2: 'x' in column B is no number", error, StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();

    private string Returns(string? dates = null)
    {
        SplitMix64 random = new(4);
        StringBuilder text = new((dates is null ? "" : dates + ",") + "EURUSD,GBPUSD,USDJPY\n");
        for (int t = 0; t < 80; t++)
        {
            string[] cells = [.. Enumerable.Range(0, 3).Select(j => ((0.004 * random.NextGaussian()) + (0.0004 * (j + 1))).ToString("R", CultureInfo.InvariantCulture))];
            text.Append(dates is null ? "" : $"2020-01-{1 + (t % 28):00},").AppendJoin(',', cells).Append('\n');
        }

        return _shell.WriteFile(dates + "returns.csv", text.ToString());
    }

    private async Task<JsonElement> Document(params string[] arguments)
    {
        (ExitCode code, string output, string error) = await _shell.Type(arguments);
        Assert.True(code == ExitCode.Success, error);
        return JsonDocument.Parse(output).RootElement;
    }
}
