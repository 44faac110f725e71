using ForexE2E.Cluster.Telemetry;

namespace ForexE2E.Cluster.Runs;

/// <summary>Turns stored facts into metrics and spans: what is counted has happened for good.</summary>
internal static class RunEventTelemetry
{
    public static void Note(this NodeTelemetry telemetry, RunEvent fact)
    {
        switch (fact)
        {
            case RunEvent.RunStarted:
                telemetry.Runs.Begin(fact.RunId);
                break;
            case RunEvent.TrialStarted { Attempt: > 1 }:
                telemetry.Counts.TrialRepeated();
                break;
            case RunEvent.TrialFinished ended:
                telemetry.Counts.TrialEnded(ended.Trial.State);
                break;
            case RunEvent.RunFinished ended:
                telemetry.Runs.Note(fact.RunId, ended.Outcome.State, ended.Outcome.Reason);
                break;
        }
    }
}
