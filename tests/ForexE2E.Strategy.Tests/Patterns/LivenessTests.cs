using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Strategy.Patterns;

namespace ForexE2E.Strategy.Tests.Patterns;

/// <summary>No pattern parameter is a dead knob.</summary>
public sealed class LivenessTests
{
    private static readonly BarSeries Bars = RandomMarket.Walk(7, 20_000);

    private static readonly ParameterSet Defaults = ParameterSet.FromTexts(ParameterCatalog.All, []);

    public static TheoryData<string> Names =>
        [.. ParameterCatalog.All.Where(d => d.Group == ParameterGroup.Patterns).Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Changing_it_changes_what_the_patterns_say(string name)
    {
        ParameterDefinition definition = ParameterCatalog.All[ParameterCatalog.All.IndexOf(name)];
        (PatternReading, double)[] atDefault = Say(PatternSettings.From(Defaults));

        Assert.NotEmpty(atDefault);
        Assert.Contains(
            [definition.Low, definition.High],
            value => !atDefault.SequenceEqual(Say(PatternSettings.From(Defaults.With(name, value)))));
    }

    [Fact]
    public void Every_pattern_parameter_is_unpacked_at_its_default() => Assert.Equal(new PatternSettings(), PatternSettings.From(Defaults));

    // What a strategy would hear: the reading, and the signal blended with an ensemble that leans up a little.
    private static (PatternReading, double)[] Say(PatternSettings settings) =>
        [.. Scan.Of(Bars, settings, RandomMarket.RegimeAt).Readings.Where(r => r.Acts).Select(r => (r, r.BlendWith(0.1, settings.ConfluenceWeight)))];
}
