using System.CommandLine;

namespace ForexE2E.Host.Options;

/// <summary>Where backups gather.</summary>
internal sealed class BackupOptions : OptionGroup
{
    private readonly Option<string> _folder;

    public BackupOptions()
        : base("Backup") =>
        _folder = Add("--out", "FOLDER", "Folder in which backups gather [default: backups]", OptionValue.Text, "backups", "--folder");

    public string Folder(ParseResult parsed) => parsed.GetRequiredValue(_folder);
}
