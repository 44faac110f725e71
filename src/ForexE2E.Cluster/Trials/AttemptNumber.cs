namespace ForexE2E.Cluster.Trials;

/// <summary>
/// Numbers the attempts at a piece of work so that none occurs twice, even when its coordinator dies and another goes on: the
/// upper half is how often the run was taken by a coordinator, the lower half counts the attempts.
/// </summary>
public static class AttemptNumber
{
    /// <param name="epoch">How often the run was taken, from 0.</param>
    /// <param name="count">The attempt, from 1.</param>
    public static long Of(int epoch, long count) => ((long)epoch << 32) | count;

    /// <summary>How often the work was begun, this time included.</summary>
    public static int CountOf(long attempt) => (int)(attempt & uint.MaxValue);
}
