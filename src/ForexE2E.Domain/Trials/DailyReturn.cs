namespace ForexE2E.Domain.Trials;

/// <summary>Equity return of one trading day as a fraction.</summary>
/// <param name="TradingDay">Days since 1970-01-01 of the date on which the day ends at 17:00 New York.</param>
public readonly record struct DailyReturn(int TradingDay, double Return);
