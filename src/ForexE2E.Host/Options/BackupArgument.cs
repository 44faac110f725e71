using System.CommandLine;

namespace ForexE2E.Host.Options;

/// <summary>The argument that names a backup file.</summary>
internal static class BackupArgument
{
    public static Argument<string> Create() => new("FILE")
    {
        Description = "A backup file, as 'backup create' names it",
        Arity = ArgumentArity.ExactlyOne,
    };
}
