namespace ForexE2E.Host.Pages;

/// <summary>A cell of a table.</summary>
/// <param name="Link">Path of another page; null: none.</param>
/// <param name="Share">How much of something is done, 0 to 1, shown as a bar; null: none.</param>
internal readonly record struct Cell(string Text, string? Link = null, double? Share = null)
{
    public static implicit operator Cell(string text) => new(text);
}
