namespace ForexE2E.Domain.Trials;

/// <summary>Net money of the trades that were closed on one trading day.</summary>
/// <param name="TradingDay">Days since 1970-01-01 of the date on which the day ends at 17:00 New York.</param>
/// <param name="Cents">Whole cents of the account currency, costs taken off.</param>
public readonly record struct DailyProfit(int TradingDay, long Cents);
