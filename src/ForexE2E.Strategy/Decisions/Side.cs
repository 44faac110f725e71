namespace ForexE2E.Strategy.Decisions;

/// <summary>Direction of a position; the number is the sign of its profit when the price rises.</summary>
public enum Side
{
    Short = -1,
    None = 0,
    Long = 1,
}
