using ForexE2E.Testing.Networks;

namespace ForexE2E.EndToEnd.Tests.Chaos;

/// <summary>This machine's own interface, with a free port for each node. It cannot be cut.</summary>
internal sealed class Loopback(int nodes) : INetwork
{
    private readonly int[] _ports = FreePorts.Find(nodes);

    public bool CanBeCut => false;

    public (string Address, string Range)? Server => null;

    public (string Host, int Port) PlaceOf(int node) => ("127.0.0.1", _ports[node]);

    public IReadOnlyList<string> CommandOf(int node) => [];

    public Task Cut(IReadOnlyCollection<int> apart) => throw new InvalidOperationException("Loopback cannot be cut.");

    public Task Heal() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
