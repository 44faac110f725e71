using System.Runtime.InteropServices;

namespace ForexE2E.Cluster.Trials;

/// <summary>
/// Makes the calling thread yield to others, so that heartbeats and answers go out while every core computes. On Linux a
/// thread's priority in .NET has no effect; its nice value has, and threads can have their own.
/// </summary>
internal static class ThreadNiceness
{
    [ThreadStatic]
    private static bool _done;

    /// <summary>Adds to the nice value of this thread, once. Without effect where the system has no such thing or refuses.</summary>
    public static void Apply(int niceness)
    {
        if (_done)
        {
            return;
        }

        _done = true;
        if (niceness > 0 && OperatingSystem.IsLinux())
        {
            _ = SetPriority(0, 0, niceness);
        }
        else if (niceness > 0)
        {
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        }
    }

    // which 0 is PRIO_PROCESS, who 0 the calling thread.
    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, uint who, int priority);
}
