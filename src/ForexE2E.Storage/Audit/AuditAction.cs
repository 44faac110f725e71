namespace ForexE2E.Storage.Audit;

/// <summary>The words of the audit trail's column "action".</summary>
public static class AuditAction
{
    public const string RunCreated = "run created";
    public const string RunEnded = "run ended";
    public const string RunReopened = "run reopened";
    public const string RunArchived = "run archived";
    public const string BackupCreated = "backup created";
    public const string BackupRestored = "backup restored";
}
