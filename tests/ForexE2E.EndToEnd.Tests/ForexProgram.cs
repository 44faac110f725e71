using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace ForexE2E.EndToEnd.Tests;

/// <summary>The built forexe2e, typed as a user would, as a process of its own.</summary>
internal sealed class ForexProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    private ForexProgram(string folder, string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [PathOfProgram(), .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Append(_error, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public bool HasEnded => _process.HasExited;

    public static ForexProgram Start(string folder, params string[] arguments) => new(folder, arguments);

    public static async Task<Ending> Run(string folder, params string[] arguments)
    {
        using ForexProgram program = Start(folder, arguments);
        return await program.End();
    }

    /// <summary>Waits for the end.</summary>
    public async Task<Ending> End()
    {
        using CancellationTokenSource patience = new(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return new Ending(_process.ExitCode, Text(_output), Text(_error));
    }

    /// <summary>As kill -9 does: no chance to tidy up.</summary>
    public void KillAtOnce() => _process.Kill(entireProcessTree: true);

    /// <summary>As Ctrl+C does.</summary>
    public void Interrupt()
    {
        using Process kill = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static void Append(StringBuilder to, string? line)
    {
        lock (to)
        {
            _ = line is null ? to : to.Append(line).Append('\n');
        }
    }

    private static string Text(StringBuilder from)
    {
        lock (from)
        {
            return from.ToString();
        }
    }

    internal static string PathOfProgram()
    {
        string relative = typeof(ForexProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "HostProgram").Value!;
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ForexE2E.Cluster.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests must run from within the repository.");
        }

        return Path.Combine(folder.FullName, relative);
    }
}
