using System.CommandLine;

namespace ForexE2E.Host.Verbs;

/// <summary>A command that only holds others, such as 'run' or 'data'; typed alone it shows its help.</summary>
internal sealed class VerbGroup : Command
{
    public VerbGroup(string name, string description, params ReadOnlySpan<Verb> verbs)
        : base(name, description)
    {
        foreach (Verb verb in verbs)
        {
            Subcommands.Add(verb);
        }
    }
}
