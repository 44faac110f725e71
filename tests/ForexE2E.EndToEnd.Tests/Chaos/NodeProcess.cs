using System.Diagnostics;
using System.Globalization;

namespace ForexE2E.EndToEnd.Tests.Chaos;

/// <summary>A node of the cluster under test, as a process of its own that is started anew whenever it has ended.</summary>
internal sealed class NodeProcess(string name, string folder, IReadOnlyList<string> command, string[] arguments) : IDisposable
{
    private Process? _process;

    public string Name { get; } = name;

    public bool IsCoordinator { get; } = name.StartsWith('c');

    /// <summary>How often it was started.</summary>
    public int Starts { get; private set; }

    public bool IsRunning => _process is { HasExited: false };

    /// <summary>The file it logs to.</summary>
    public string LogFile { get; } = Path.Combine(folder, $"{name}.log");

    /// <summary>Everything it has logged since the test began.</summary>
    public string Log
    {
        get
        {
            using FileStream file = new(LogFile, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);
            using StreamReader reader = new(file);
            return reader.ReadToEnd();
        }
    }

    /// <summary>Starts it, unless it runs.</summary>
    public void Start()
    {
        if (IsRunning)
        {
            return;
        }

        _process?.Dispose();
        Starts++;
        // The shell only appends the log to a file: exec puts the program in its place, so that signals reach it.
        string[] line = [.. command, "dotnet", ForexProgram.PathOfProgram(), "node", .. arguments];
        ProcessStartInfo start = new("sh", ["-c", "exec \"$0\" \"$@\" >> \"$LOG\" 2>&1", .. line])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
        };
        start.Environment["LOG"] = LogFile;
        _process = Process.Start(start)!;
    }

    /// <summary>Sends a signal such as KILL, TERM, STOP or CONT; an ended process gets none.</summary>
    public void Signal(string signal)
    {
        if (IsRunning)
        {
            using Process kill = Process.Start("kill", [$"-{signal}", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
        }
    }

    public void Dispose()
    {
        Signal("KILL");
        _process?.WaitForExit();
        _process?.Dispose();
    }
}
