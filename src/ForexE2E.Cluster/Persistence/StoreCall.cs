using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Persistence;

/// <summary>One call of the store and the writes it settles.</summary>
internal sealed record StoreCall(IReadOnlyList<PersistenceProtocol.IWrite> Writes, Func<IRunStore, CancellationToken, Task> Run);
