using ForexE2E.Backtesting.Reference;

namespace ForexE2E.Host.Json;

/// <summary>What 'backtest --rule' prints.</summary>
/// <param name="Sha256">Of the trade list's bytes, in lower-case hexadecimal.</param>
/// <param name="TradeList">File the trade list was written to; null for none.</param>
internal sealed record RuleDocument(
    string Rule,
    int Fast,
    int Slow,
    int Atr,
    decimal Mult,
    string BarFile,
    int Bars,
    ReferenceSummary Summary,
    string Sha256,
    string? TradeList) : Document("rule_backtest");
