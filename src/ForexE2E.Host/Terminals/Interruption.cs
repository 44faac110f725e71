using System.Runtime.InteropServices;

namespace ForexE2E.Host.Terminals;

/// <summary>
/// Ctrl+C and requests to terminate: the first asks for a graceful stop, the second ends the process at once by the signal's
/// own default.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private const int SigInt = 2;

    private readonly CancellationTokenSource _requested = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Requested => _requested.Token;

    /// <summary>Listens to the signals of this process.</summary>
    public static Interruption OfProcess()
    {
        Interruption interruption = new();
        if (!OperatingSystem.IsWindows())
        {
            // Shells let what they start in the background ignore SIGINT, and .NET would keep to that; a graceful stop must
            // be possible all the same.
            _ = SetSignal(SigInt, 0);
        }

        foreach (PosixSignal signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM])
        {
            interruption._registrations.Add(PosixSignalRegistration.Create(signal, interruption.OnSignal));
        }

        return interruption;
    }

    /// <summary>Asks for a graceful stop, as the first signal does.</summary>
    public void Request() => _requested.Cancel();

    public void Dispose()
    {
        _registrations.ForEach(r => r.Dispose());
        _requested.Dispose();
    }

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint SetSignal(int signal, nint handler);

    private void OnSignal(PosixSignalContext context)
    {
        if (!_requested.IsCancellationRequested)
        {
            context.Cancel = true;
            _requested.Cancel();
        }
    }
}
