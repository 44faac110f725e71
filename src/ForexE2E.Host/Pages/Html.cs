using System.Net;
using System.Text;

namespace ForexE2E.Host.Pages;

/// <summary>Builds a page from texts; every text is encoded, so that none of them is taken for markup.</summary>
internal sealed class Html
{
    private readonly StringBuilder _markup = new();

    /// <summary>A whole page; the style and the way to stop the refreshing are the same for all.</summary>
    /// <param name="path">Of the page itself.</param>
    /// <param name="refresh">Whether it loads itself anew.</param>
    public static string Page(string title, string path, bool refresh, Html content) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        {(refresh ? "<meta http-equiv=\"refresh\" content=\"10\">" : "")}
        <title>{Encoded(title)}</title>
        <style>{PageStyle.Text}</style>
        </head>
        <body>
        <header><a href="/">ForexE2E</a> <a class="quiet" href="{Encoded(path)}{(refresh ? "?refresh=off" : "")}">{(refresh ? "refreshes every 10 s: stop" : "does not refresh: start")}</a></header>
        <main>
        {content._markup}</main>
        </body>
        </html>

        """;

    public Html Heading(int level, string text) => Add($"<h{level}>{Encoded(text)}</h{level}>\n");

    public Html Paragraph(string text) => Add($"<p>{Encoded(text)}</p>\n");

    /// <summary>Something a reader must not miss.</summary>
    public Html Alert(string text) => Add($"<p role=\"status\" class=\"alert\">{Encoded(text)}</p>\n");

    /// <summary>Where the same is to be had as JSON.</summary>
    public Html Json(string path) => Add($"<p class=\"quiet\"><a href=\"{Encoded(path)}\">as JSON</a></p>\n");

    /// <param name="columns">A leading > aligns a column to the right.</param>
    public Html Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<Cell>> rows)
    {
        Add($"<table><caption>{Encoded(caption)}</caption>\n<thead><tr>");
        foreach (string column in columns)
        {
            Add($"<th scope=\"col\"{Side(column)}>{Encoded(column.TrimStart('>'))}</th>");
        }

        Add("</tr></thead>\n<tbody>\n");
        foreach (IReadOnlyList<Cell> row in rows)
        {
            Add("<tr>");
            for (int i = 0; i < columns.Count; i++)
            {
                Add(i == 0 ? $"<th scope=\"row\"{Side(columns[i])}>{Markup(row[i])}</th>" : $"<td{Side(columns[i])}>{Markup(row[i])}</td>");
            }

            Add("</tr>\n");
        }

        return Add("</tbody></table>\n");
    }

    private static string Markup(Cell cell) => cell switch
    {
        { Link: { } link } => $"<a href=\"{Encoded(link)}\">{Encoded(cell.Text)}</a>",
        { Share: { } share } => FormattableString.Invariant($"<progress max=\"1\" value=\"{share:0.###}\">{Encoded(cell.Text)}</progress> {Encoded(cell.Text)}"),
        _ => Encoded(cell.Text),
    };

    private static string Side(string column) => column.StartsWith('>') ? " class=\"right\"" : "";

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    private Html Add(string markup)
    {
        _markup.Append(markup);
        return this;
    }
}
