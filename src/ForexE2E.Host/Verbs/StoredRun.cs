using ForexE2E.Domain.Runs;
using ForexE2E.Storage.Database;

namespace ForexE2E.Host.Verbs;

/// <summary>The run a command is about, and where it is stored.</summary>
internal sealed record StoredRun(Run Run, IRunStore Store, DatabaseAddress Address);
