namespace ForexE2E.EndToEnd.Tests.Chaos;

/// <summary>What the nodes of a cluster under test speak over.</summary>
internal interface INetwork : IAsyncDisposable
{
    /// <summary>Whether it can be cut.</summary>
    bool CanBeCut { get; }

    /// <summary>How the nodes reach a server that listens for them: an address, and the range of the nodes as the server trusts it; null on loopback.</summary>
    (string Address, string Range)? Server { get; }

    /// <summary>Where a node listens.</summary>
    (string Host, int Port) PlaceOf(int node);

    /// <summary>What stands before the command of a node's process.</summary>
    IReadOnlyList<string> CommandOf(int node);

    /// <summary>Lets nothing pass between these nodes and the others, in silence; the server stays in everybody's reach.</summary>
    Task Cut(IReadOnlyCollection<int> apart);

    /// <summary>Joins what was cut.</summary>
    Task Heal();
}
