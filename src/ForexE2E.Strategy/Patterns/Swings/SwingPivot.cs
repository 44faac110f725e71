namespace ForexE2E.Strategy.Patterns.Swings;

/// <summary>A turning point of the price, and the moment one could know of it.</summary>
/// <param name="Bar">Bar of the extreme.</param>
/// <param name="Points">Its high or low in points.</param>
/// <param name="IsHigh">Whether it is a high.</param>
/// <param name="Ordinal">
/// Place among the alternating pivots, from 0. A pivot with the ordinal of the one before it replaces that one: the swing
/// went further than it had seemed.
/// </param>
public readonly record struct SwingPivot(int Bar, int Points, bool IsHigh, int Ordinal);
