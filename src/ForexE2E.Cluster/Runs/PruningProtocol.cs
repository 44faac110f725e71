using ForexE2E.Cluster.Messages;
using ForexE2E.Cluster.Trials;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Runs;

/// <summary>
/// What a run asks its pruner. It answers in the order of asking, so that how far a trial came does not depend on how fast
/// its worker was. None of it travels.
/// </summary>
internal static class PruningProtocol
{
    /// <summary>Look at this window of a trial; answered by <see cref="Judged"/>, before which <see cref="GivenUp"/> may come for an earlier one.</summary>
    public sealed record Judge(TrialProtocol.WindowFinished Report) : ILocalMessage;

    /// <summary>The window was looked at and may be stored.</summary>
    public sealed record Judged(TrialProtocol.WindowFinished Report) : ILocalMessage;

    /// <summary>The trial is to end now. Follows the window that decided it.</summary>
    /// <param name="Result">Over the windows judged so far; those its worker computed meanwhile do not count.</param>
    /// <param name="Windows">How many they are.</param>
    public sealed record GivenUp(TrialNumber Number, string Reason, TrialResult Result, int Windows) : ILocalMessage;

    /// <summary>All windows of a trial are done: answered by <see cref="MayEnd"/> when all of them are judged.</summary>
    public sealed record AskEnd(TrialProtocol.TrialFinished Report) : ILocalMessage;

    /// <summary>The trial may end as its worker reported, unless it was given up before.</summary>
    public sealed record MayEnd(TrialProtocol.TrialFinished Report) : ILocalMessage;

    /// <summary>The end of a trial is stored.</summary>
    public sealed record Ended(Trial Trial) : ILocalMessage;
}
