using System.Security.Cryptography;
using System.Text;

namespace ForexE2E.Host.Pages;

/// <summary>How pages look; and its hash, by which a browser knows that no other style is ours.</summary>
internal static class PageStyle
{
    public const string Text =
        """

        :root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
        body { margin: 0 auto; max-width: 90rem; padding: 0 1rem 3rem; }
        header { display: flex; justify-content: space-between; padding: .8rem 0; border-bottom: 1px solid #8888; }
        header a:first-child { font-weight: 600; text-decoration: none; }
        h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
        table { border-collapse: collapse; margin: .5rem 0; display: block; overflow-x: auto; }
        caption { text-align: left; padding: .3rem 0; font-weight: 600; }
        th, td { text-align: left; padding: .25rem .8rem .25rem 0; border-bottom: 1px solid #8884; white-space: nowrap; font-variant-numeric: tabular-nums; }
        th[scope=row] { font-weight: 400; }
        .right { text-align: right; } .quiet { font-size: .85rem; opacity: .8; }
        .alert { border-left: 4px solid #c60; padding: .4rem .8rem; }
        progress { width: 8rem; vertical-align: middle; }

        """;

    /// <summary>What every answer says to the browser: nothing but this style may be loaded or run, and no other page may frame it.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
