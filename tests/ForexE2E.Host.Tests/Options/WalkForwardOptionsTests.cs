using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Options;

namespace ForexE2E.Host.Tests.Options;

public sealed class WalkForwardOptionsTests
{
    private readonly WalkForwardOptions _options = new(outOfSample: 0.2);

    [Fact]
    public void Without_options_the_rhythm_is_thirty_seven_seven_and_a_fifth_is_held_back() => Assert.Equal(new WalkForwardSettings(), Read());

    [Fact]
    public void The_step_follows_the_test_days_unless_said() => Assert.Equal(10, Read("--test-days", "10").StepDays);

    [Theory]
    [InlineData("--train-days", "19")]
    [InlineData("--test-days", "15")]
    [InlineData("--out-of-sample", "0.6")]
    public void A_value_out_of_bounds_is_refused_by_name(string option, string value)
    {
        CommandException refusal = Assert.Throws<CommandException>(() => Read(option, value));
        Assert.Equal(ExitCode.WrongUsage, refusal.Code);
        Assert.Contains(value, refusal.Message, StringComparison.Ordinal);
    }

    private WalkForwardSettings Read(params string[] arguments) => _options.Read(Parsed.By(_options, arguments));
}
