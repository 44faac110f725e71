using System.Text.Json;
using ForexE2E.Cluster.Messages;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Runs;

/// <summary>What can be said to a run, and what it says back.</summary>
public static class RunProtocol
{
    public interface ICommand : IWithRunId;

    public interface IReply : IWithRunId;

    /// <summary>Begin this run. Repeating it is no error.</summary>
    /// <param name="Priority">-100 to 100; runs of higher priority are served first.</param>
    public sealed record SubmitRun(RunId RunId, RunDefinition Definition, int Priority = 0) : ICommand
    {
        /// <summary>Whether it asks for what this run is: a submission whose answer got lost is sent again, maybe when the run is over.</summary>
        internal bool Repeats(Run run) => JsonSerializer.Serialize(Definition) == JsonSerializer.Serialize(run.Definition);

        /// <summary>Why it cannot be begun as it stands, whatever the data; null: it may be.</summary>
        internal string? WhyRefused()
        {
            try
            {
                _ = Definition.Validated();
                return Priority is >= -100 and <= 100 ? null : FormattableString.Invariant($"The priority must be -100 to 100, was {Priority}.");
            }
            catch (ArgumentException e)
            {
                return e.Message;
            }
        }
    }

    /// <summary>Go on with a run that was stopped, interrupted or has failed.</summary>
    public sealed record ResumeRun(RunId RunId) : ICommand;

    /// <summary>End the run early; it can be resumed.</summary>
    public sealed record StopRun(RunId RunId) : ICommand;

    /// <summary>End the run early and for good.</summary>
    public sealed record CancelRun(RunId RunId) : ICommand;

    public sealed record GetRun(RunId RunId) : ICommand;

    /// <summary>The run is stored and under way.</summary>
    public sealed record RunAccepted(RunId RunId) : IReply;

    /// <summary>The run cannot be begun, resumed or stopped; the reason says why and names the remedy.</summary>
    public sealed record RunRejected(RunId RunId, string Reason) : IReply;

    /// <summary>The run is stored as ended and nothing of it is under way.</summary>
    public sealed record RunStopped(RunId RunId) : IReply;

    /// <summary>Where the run is.</summary>
    public sealed record RunStatus(RunId RunId, RunState State, int Planned, int Finished, int Underway) : IReply;
}
