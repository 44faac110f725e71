using ForexE2E.Cluster.Security;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Composition;

/// <summary>Writes certificates and keys; keys are readable by their owner alone, and no file is ever replaced.</summary>
internal static class CertificateFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static string CertificateOf(string folder, string name) => Path.Combine(folder, $"{name}.pem");

    public static string KeyOf(string folder, string name) => Path.Combine(folder, $"{name}-key.pem");

    /// <summary>The pair of that name, or null.</summary>
    public static KeyPairPem? Find(string folder, string name)
    {
        (string certificate, string key) = (CertificateOf(folder, name), KeyOf(folder, name));
        return File.Exists(certificate) && File.Exists(key) ? new KeyPairPem(File.ReadAllText(certificate), File.ReadAllText(key)) : null;
    }

    /// <exception cref="CommandException">A file exists already or cannot be written.</exception>
    public static void Write(string folder, string name, KeyPairPem pair)
    {
        Create(KeyOf(folder, name), pair.Key, OwnerOnly);
        Create(CertificateOf(folder, name), pair.Certificate, OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    private static void Create(string file, string text, UnixFileMode mode)
    {
        try
        {
            FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = mode;
            }

            using StreamWriter writer = new(file, options);
            writer.WriteLine(text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandException(ExitCode.WrongUsage, $"{file} cannot be made: {e.Message} Existing files are never replaced: move them away first.", e);
        }
    }
}
