using System.Globalization;
using ForexE2E.Host.Commands;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Terminals;

namespace ForexE2E.Host.Tests;

/// <summary>Types command lines into the program within this process, in a folder of its own.</summary>
internal sealed class Shell : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("forexe2e-host-").FullName;

    public string Database => "sqlite:" + PathOf("runs.db");

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string WriteFile(string name, string content)
    {
        File.WriteAllText(PathOf(name), content);
        return PathOf(name);
    }

    public Task<(ExitCode Code, string Output, string Error)> Type(params string[] arguments) => Converse("", arguments);

    /// <summary>Types a command line and then the input it reads.</summary>
    public async Task<(ExitCode Code, string Output, string Error)> Converse(string input, params string[] arguments)
    {
        using StringReader reader = new(input);
        using StringWriter output = new(CultureInfo.InvariantCulture);
        using StringWriter error = new(CultureInfo.InvariantCulture);
        using Interruption interruption = new();
        Terminal terminal = new(output, error, isInteractive: false, interruption, TimeProvider.System) { Input = reader };
        ExitCode code = await CommandLine.Run(arguments, terminal);
        return (code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
