using System.Diagnostics;

namespace ForexE2E.EndToEnd.Tests.Chaos;

/// <summary>
/// A network namespace for each node, all plugged into one bridge of this machine. A second bridge of the same address takes those
/// that are cut off: their packets get lost as behind a broken switch, while the server is reached through either. Linux, as
/// root, with iproute2.
/// </summary>
internal sealed class NamespaceNetwork : INetwork
{
    private const string Bridge = "fxe2e-a";
    private const string OtherBridge = "fxe2e-b";
    private const string Gateway = "10.231.77.254";
    private readonly int _nodes;
    private readonly List<int> _apart = [];

    private NamespaceNetwork(int nodes) => _nodes = nodes;

    public bool CanBeCut => true;

    public (string Address, string Range)? Server => (Gateway, "10.231.77.0/24");

    /// <summary>The network, or null where this machine does not allow it.</summary>
    public static async Task<NamespaceNetwork?> Open(int nodes)
    {
        NamespaceNetwork network = new(nodes);
        try
        {
            await network.Close();
            await network.Build();
            return network;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            await network.Close();
            return null;
        }
    }

    public (string Host, int Port) PlaceOf(int node) => (AddressOf(node), 4053);

    public IReadOnlyList<string> CommandOf(int node) => ["ip", "netns", "exec", NameOf(node)];

    public async Task Cut(IReadOnlyCollection<int> apart)
    {
        _apart.AddRange(apart);
        foreach (int node in apart)
        {
            await Ip($"link set {PlugOf(node)} master {OtherBridge}");
            await Ip($"route replace {AddressOf(node)}/32 dev {OtherBridge} src {Gateway}");
        }
    }

    public async Task Heal()
    {
        foreach (int node in _apart)
        {
            await Ip($"link set {PlugOf(node)} master {Bridge}");
            await Ip($"route del {AddressOf(node)}/32");
        }

        _apart.Clear();
    }

    public async ValueTask DisposeAsync() => await Close();

    private async Task Build()
    {
        foreach (string bridge in (string[])[Bridge, OtherBridge])
        {
            // One hardware address for both, so that no node has to learn anew where the server is.
            await Ip($"link add {bridge} address 02:00:0a:e7:4d:fe type bridge");
            await Ip($"addr add {Gateway}/{(bridge == Bridge ? 24 : 32)} dev {bridge}");
            await Ip($"link set {bridge} up");
        }

        for (int node = 0; node < _nodes; node++)
        {
            await Ip($"netns add {NameOf(node)}");
            await Ip($"link add {PlugOf(node)} type veth peer name eth0 netns {NameOf(node)}");
            await Ip($"link set {PlugOf(node)} master {Bridge} up");
            await Ip($"-n {NameOf(node)} addr add {AddressOf(node)}/24 dev eth0");
            await Ip($"-n {NameOf(node)} link set eth0 up");
            await Ip($"-n {NameOf(node)} link set lo up");
        }
    }

    private async Task Close()
    {
        string[] rests =
        [
            .. Enumerable.Range(0, _nodes).SelectMany(n => new[] { $"netns del {NameOf(n)}", $"link del {PlugOf(n)}" }), $"link del {Bridge}", $"link del {OtherBridge}",
        ];
        foreach (string rest in rests)
        {
            try
            {
                await Ip(rest);
            }
            catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                continue; // It was not there.
            }
        }
    }

    private static string NameOf(int node) => $"fxe2e-{node}";

    private static string PlugOf(int node) => $"fxe2e-p{node}";

    private static string AddressOf(int node) => $"10.231.77.{node + 1}";

    private static async Task Ip(string arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("ip", arguments.Split(' ')) { UseShellExecute = false, RedirectStandardError = true })!;
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"ip {arguments}: {error.Trim()}");
        }
    }
}
