namespace ForexE2E.Domain.Runs;

/// <summary>A part of the strategy that a run can switch on.</summary>
public enum Component
{
    Sssd,
    Riskfolio,
    Patterns,
    Rl,
    Vix,
    Sentiment,
    Volume,
}
