using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Composition;

/// <summary>Finds the run a user means: by id, by the beginning of an id, or the newest.</summary>
internal static class RunLookup
{
    private const int Newest = 10_000;

    /// <exception cref="CommandException">No run or more than one begins like that.</exception>
    public static async Task<Run> Find(IRunStore store, string? text, CancellationToken cancellation)
    {
        IReadOnlyList<RunSummary> runs = await store.ListRuns(text is null ? 1 : Newest, cancellation);
        RunSummary[] meant = [.. runs.Where(r => text is null || r.Id.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase))];
        RunId id = meant switch
        {
            [var one] => one.Id,
            [] when text is null => throw new CommandException(ExitCode.WrongUsage, "The database holds no run yet; 'forexe2e optimize' makes one."),
            [] => Guid.TryParse(text, out Guid whole)
                ? new RunId(whole)
                : throw new CommandException(ExitCode.WrongUsage, $"No run begins with '{text}'; 'forexe2e run list' shows them."),
            _ => throw new CommandException(ExitCode.WrongUsage, $"{meant.Length} runs begin with '{text}': give more of the id; 'forexe2e run list' shows them."),
        };
        return await store.FindRun(id, cancellation)
            ?? throw new CommandException(ExitCode.WrongUsage, $"There is no run {id} in this database; 'forexe2e run list' shows those it holds.");
    }
}
