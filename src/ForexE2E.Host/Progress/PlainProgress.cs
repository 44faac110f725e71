namespace ForexE2E.Host.Progress;

/// <summary>Progress as lines for logs and pipes: one when trials have ended, but at most one a second and at least one each half minute.</summary>
internal sealed class PlainProgress(TextWriter to, TimeProvider clock) : IProgressView
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(30);

    public async Task Follow(Func<RunProgress> progress, Task work)
    {
        RunProgress shown = progress();
        DateTimeOffset at = clock.GetUtcNow();
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(Look, clock));
            RunProgress now = progress();
            TimeSpan since = clock.GetUtcNow() - at;
            bool isNews = now.Finished != shown.Finished || now.IsValidating != shown.IsValidating;
            if ((isNews && (since >= Least || work.IsCompleted)) || since >= Most)
            {
                to.WriteLine(ProgressWords.Of(now, clock.GetUtcNow().UtcDateTime));
                (shown, at) = (now, clock.GetUtcNow());
            }
        }
    }
}
