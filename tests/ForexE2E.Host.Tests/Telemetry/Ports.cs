using System.Net;
using System.Net.Sockets;

namespace ForexE2E.Host.Tests.Telemetry;

internal static class Ports
{
    /// <summary>A port of this machine that nobody listens on now.</summary>
    public static int Free()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
