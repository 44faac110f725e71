using System.Globalization;

namespace ForexE2E.Host.Progress;

/// <summary>Progress of countable steps as lines, at most one every few seconds and always the last; may be called from several threads.</summary>
internal sealed class StepLines(TextWriter to, TimeProvider clock, string what, int all)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private readonly Lock _gate = new();
    private DateTimeOffset _shown = clock.GetUtcNow();
    private int _done;

    /// <summary>One more step is done.</summary>
    public void Done()
    {
        lock (_gate)
        {
            _done++;
            DateTimeOffset now = clock.GetUtcNow();
            if (_done == all || now - _shown >= Pause)
            {
                _shown = now;
                to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {_done} of {all}"));
            }
        }
    }
}
