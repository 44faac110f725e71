namespace ForexE2E.Domain.Runs;

/// <summary>Identity of a run: a UUID, as in column run_uuid.</summary>
public readonly record struct RunId(Guid Value)
{
    /// <exception cref="FormatException">The text is no UUID.</exception>
    public static RunId Parse(string text) => Guid.TryParse(text, out Guid value)
        ? new RunId(value)
        : throw new FormatException($"'{text}' is no run id: must be a UUID such as 0f8fad5b-d9cb-469f-a165-70867728950e; 'forexe2e run list' shows them.");

    public override string ToString() => Value.ToString("D");
}
