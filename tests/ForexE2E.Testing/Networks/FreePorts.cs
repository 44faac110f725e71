using System.Net;
using System.Net.Sockets;

namespace ForexE2E.Testing.Networks;

/// <summary>Ports of this machine that nobody uses, for nodes which must be told theirs before they start.</summary>
public static class FreePorts
{
    /// <summary>So many different ones. All are held until the last is found; after that another program may take them.</summary>
    public static int[] Find(int count)
    {
        List<TcpListener> listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        listeners.ForEach(l => l.Start());
        int[] ports = [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
        listeners.ForEach(l => l.Dispose());
        return ports;
    }
}
