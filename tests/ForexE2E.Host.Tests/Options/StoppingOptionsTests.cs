using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Options;

namespace ForexE2E.Host.Tests.Options;

public sealed class StoppingOptionsTests
{
    private readonly StoppingOptions _options = new();

    [Fact]
    public void Stopping_early_takes_the_patience_of_the_specification()
    {
        Assert.Equal(new StopSettings(), Read());
        Assert.Equal(StopSettings.Specification with { TimeLimit = TimeSpan.FromHours(2) }, Read("--stop-early", "--time-limit", "2h"));
    }

    [Fact]
    public void Cpu_time_and_a_flat_front_may_end_a_run()
    {
        StopSettings settings = Read("--cpu-hours", "0.5", "--front-patience", "30");
        Assert.Equal((TimeSpan.FromMinutes(30), 30), (settings.CpuLimit!.Value, settings.HypervolumePlateauTrials!.Value));
    }

    [Theory]
    [InlineData("--cpu-hours", "0")]
    [InlineData("--cpu-hours", "-1")]
    [InlineData("--front-patience", "0")]
    public void A_budget_of_nothing_is_refused_by_name(string option, string value) =>
        Assert.Contains(option, Assert.Throws<CommandException>(() => Read(option, value)).Message, StringComparison.Ordinal);

    private StopSettings Read(params string[] arguments) => _options.Read(Parsed.By(_options, arguments));
}
