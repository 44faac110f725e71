namespace ForexE2E.Domain.Objectives;

/// <summary>Which way of a metric is better.</summary>
public enum Direction
{
    Minimize,
    Maximize,
}
