using ForexE2E.Host.Options;

namespace ForexE2E.Host.Tests.Options;

public sealed class OptionValueTests
{
    [Fact]
    public void A_first_day_begins_at_its_midnight() =>
        Assert.Equal(new DateTime(2018, 1, 1, 0, 0, 0, DateTimeKind.Utc), OptionValue.SpanStart("2018-01-01"));

    [Fact]
    public void A_last_day_belongs_to_the_span() =>
        Assert.Equal(new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), OptionValue.SpanEnd("2019-12-31"));

    [Fact]
    public void An_instant_ends_the_span_where_it_says() =>
        Assert.Equal(new DateTime(2019, 12, 31, 22, 0, 0, DateTimeKind.Utc), OptionValue.SpanEnd("2019-12-31T22:00Z"));

    [Fact]
    public void Instants_are_utc() => Assert.Equal(DateTimeKind.Utc, OptionValue.SpanStart("2018-01-01T05:00Z").Kind);

    [Theory]
    [InlineData("01/02/2018")]
    [InlineData("2018-02-30")]
    [InlineData("2018-01-01T05:00")]
    [InlineData("")]
    public void What_is_no_day_is_refused_with_an_example(string text)
    {
        FormatException refusal = Assert.Throws<FormatException>(() => OptionValue.SpanStart(text));
        Assert.Contains("2018-01-31", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("30m", 1800)]
    [InlineData("1.5h", 5400)]
    [InlineData("1d", 86400)]
    public void Durations_have_a_unit(string text, double seconds) => Assert.Equal(seconds, OptionValue.Duration(text).TotalSeconds);

    [Theory]
    [InlineData("30")]
    [InlineData("-5m")]
    [InlineData("m")]
    [InlineData("")]
    public void A_duration_without_unit_or_length_is_refused(string text) => Assert.Throws<FormatException>(() => OptionValue.Duration(text));

    [Theory]
    [InlineData("1,5")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("x")]
    public void Numbers_are_finite_with_a_decimal_point(string text) => Assert.Throws<FormatException>(() => OptionValue.Number(text));

    [Theory]
    [InlineData("novalue")]
    [InlineData("=5")]
    [InlineData("name=")]
    public void An_assignment_needs_a_name_and_a_value(string text) => Assert.Throws<FormatException>(() => OptionValue.Assignment(text));
}
