using ForexE2E.Host.Composition;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Tests.Composition;

public sealed class ParameterFileTests : IDisposable
{
    private readonly Shell _shell = new();

    [Theory]
    [InlineData("""{ "risk_atr_period": 20, "risk_use_trailing_stop": false, "sizing_method": "kelly" }""")]
    [InlineData("""{ "document": "run_best", "schema_version": 1, "parameters": { "risk_atr_period": 20, "risk_use_trailing_stop": false, "sizing_method": "kelly" } }""")]
    [InlineData("""{ "document": "optimize", "best": { "number": 3, "parameters": { "risk_atr_period": 20, "risk_use_trailing_stop": false, "sizing_method": "kelly" } } }""")]
    public void A_flat_object_and_both_documents_are_read(string json) =>
        Assert.Equal(
            [new("risk_atr_period", "20"), new("risk_use_trailing_stop", "false"), new("sizing_method", "kelly")],
            Assert.Single(ParameterFile.Read(_shell.WriteFile("p.json", json)).ByRegime).Texts);

    [Theory]
    [InlineData("{ \"risk_atr_perod\": 20 }", "did you mean 'risk_atr_period'")]
    [InlineData("{ \"risk_atr_period\": 99 }", "10 to 30")]
    [InlineData("{ \"risk_atr_period\": null }", "risk_atr_period")]
    [InlineData("[1, 2]", "JSON object")]
    [InlineData("{ broken", "line 1")]
    [InlineData("", "not valid JSON")]
    public void What_is_wrong_is_named_with_the_file(string json, string expected)
    {
        CommandException refusal = Assert.Throws<CommandException>(() => ParameterFile.Read(_shell.WriteFile("p.json", json)));
        Assert.Equal(ExitCode.WrongUsage, refusal.Code);
        Assert.Contains("p.json", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_wrong_usage() =>
        Assert.Equal(ExitCode.WrongUsage, Assert.Throws<CommandException>(() => ParameterFile.Read(_shell.PathOf("absent.json"))).Code);

    public void Dispose() => _shell.Dispose();
}
