namespace ForexE2E.Strategy.Sssd.Outlook;

/// <summary>Quantiles of the return some bars ahead, as fractions of the price at the close.</summary>
/// <param name="Ahead">Bars.</param>
public sealed record FanPoint(int Ahead, float Q05, float Q25, float Q50, float Q75, float Q95);
