using ForexE2E.Domain.Runs;
using ForexE2E.Storage.Audit;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs;
using ForexE2E.Storage.Tests.Database;
using ForexE2E.Testing.Contracts;
using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.Audit;

public sealed class AuditTrailTests(ITestOutputHelper output)
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<DatabaseKind> Kinds => DatabasePromise.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task The_life_of_a_run_is_recorded_once(DatabaseKind kind) => DatabasePromise.Keep(kind, output, async address =>
    {
        RunId id = SampleRuns.Run(1).Id;
        RunOutcome stopped = new(RunState.Stopped, "stopped on request", null, [], [], TimeSpan.Zero);
        await using (SqlRunStore store = await RunStores.Open(address, TimeProvider.System))
        {
            await store.CreateRun(SampleRuns.Run(1), None);
            await store.CreateRun(SampleRuns.Run(1), None);
            await store.FinishRun(id, stopped, None);
            await store.ReopenRun(id, None);
            await store.FinishRun(id, stopped with { State = RunState.Completed, Reason = "done" }, None);
            await store.FinishRun(id, stopped with { State = RunState.Completed, Reason = "done" }, None);
        }

        IReadOnlyList<AuditEntry> trail = await AuditTrail.Read(address, id.ToString()[..8], null, 100, None);
        Assert.Equal(
            ["run ended completed: done", "run reopened ", "run ended stopped: stopped on request"],
            trail.Take(3).Select(e => $"{e.Action} {e.Detail}"));
        Assert.Equal([AuditAction.RunCreated], trail.Skip(3).Select(e => e.Action));
        Assert.All(trail, e => Assert.Equal((id.ToString(), DateTimeKind.Utc), (e.Subject, e.At.Kind)));
        Assert.All(trail, e => Assert.Equal($"{Environment.UserName}@{Environment.MachineName}", e.Actor));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task The_trail_can_be_asked_from_an_instant_on(DatabaseKind kind) => DatabasePromise.Keep(kind, output, async address =>
    {
        await using (SqlRunStore store = await RunStores.Open(address, TimeProvider.System))
        {
            await store.CreateRun(SampleRuns.Run(1), None);
        }

        Assert.Single(await AuditTrail.Read(address, null, DateTime.UtcNow.AddHours(-1), 10, None));
        Assert.Empty(await AuditTrail.Read(address, null, DateTime.UtcNow.AddHours(1), 10, None));
        Assert.Empty(await AuditTrail.Read(address, "no such run", null, 10, None));
    });
}
