using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Composition;

/// <summary>Writes a result file whole or not at all.</summary>
internal static class OutputFile
{
    /// <exception cref="CommandException">The file cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        string draft = path + ".part";
        try
        {
            File.WriteAllBytes(draft, content);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new CommandException(ExitCode.WrongUsage, $"{path} cannot be written: {e.Message} Name a file in a folder you may write to.", e);
        }
    }
}
