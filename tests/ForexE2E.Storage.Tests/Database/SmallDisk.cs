using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.Database;

/// <summary>A file system of a few megabytes in memory, which can become full or read-only. Needs Linux and the right to mount.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Null, loudly, where nothing may be mounted.</summary>
    public static SmallDisk? Mount(int megabytes, ITestOutputHelper output)
    {
        string folder = Directory.CreateTempSubdirectory("forexe2e-disk-").FullName;
        if (OperatingSystem.IsLinux() && Call("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "tmpfs", folder))
        {
            return new SmallDisk(folder);
        }

        Directory.Delete(folder);
        output.WriteLine("SKIPPED: this user may not mount a small file system; root on Linux may.");
        return null;
    }

    public void SetReadOnly(bool readOnly) => Assert.True(Call("mount", "-o", readOnly ? "remount,ro" : "remount,rw", Folder));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Call("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static bool Call(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
