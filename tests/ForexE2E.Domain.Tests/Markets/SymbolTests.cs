using ForexE2E.Domain.Markets;

namespace ForexE2E.Domain.Tests.Markets;

public sealed class SymbolTests
{
    [Theory]
    [InlineData("EURUSD", "EUR", "USD", 5)]
    [InlineData("eur/usd", "EUR", "USD", 5)]
    [InlineData("USDJPY", "USD", "JPY", 3)]
    [InlineData("XAUUSD", "XAU", "USD", 2)]
    public void A_pair_is_read_with_its_currencies_and_digits(string text, string baseCurrency, string quote, int digits)
    {
        Symbol symbol = Symbol.Parse(text);

        Assert.Equal((baseCurrency, quote, digits), (symbol.Base, symbol.Quote, symbol.Digits));
    }

    [Theory]
    [InlineData("")]
    [InlineData("EUR")]
    [InlineData("EUREUR")]
    [InlineData("FOOBAR")]
    [InlineData("EURUSDX")]
    public void What_is_no_pair_of_two_known_currencies_is_refused_by_name(string text) =>
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => Symbol.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("1m", 1)]
    [InlineData("5m", 5)]
    [InlineData("60m", 60)]
    [InlineData("4H", 240)]
    [InlineData("1d", 1440)]
    public void A_timeframe_is_a_number_and_a_unit(string text, int minutes) => Assert.Equal(minutes, Timeframe.Parse(text).Minutes);

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("0m")]
    [InlineData("-5m")]
    [InlineData("7m")]
    [InlineData("2d")]
    [InlineData("5x")]
    [InlineData("99999999999m")]
    public void A_timeframe_that_does_not_divide_a_day_is_refused(string text) => Assert.Throws<FormatException>(() => Timeframe.Parse(text));

    [Fact]
    public void A_timeframe_prints_as_it_is_read()
    {
        string[] texts = ["1m", "5m", "15m", "30m", "1h", "4h", "1d"];

        Assert.Equal(texts, texts.Select(t => Timeframe.Parse(t).ToString()));
    }
}
