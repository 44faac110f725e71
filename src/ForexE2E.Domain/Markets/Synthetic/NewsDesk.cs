using ForexE2E.Domain.Randomness;

namespace ForexE2E.Domain.Markets.Synthetic;

/// <summary>Generated news: items at chance moments whose tone praises what has risen over the last days, with much noise.</summary>
internal sealed class NewsDesk(ulong seed)
{
    private const double MinutesBetweenItems = 240;
    private readonly Draws _draws = new(SeedOf.Mix(seed, 0, 15));
    private readonly List<(DateTime Published, double Value)> _items = [];
    private double _average;

    /// <summary>All items so far, in order of time.</summary>
    public IReadOnlyList<(DateTime Published, double Value)> Items => _items;

    /// <summary>Looks at the path after a step; an item is published at the step's end and knows the price there.</summary>
    public void Look(int minute, int stepMinutes, double price)
    {
        _average = _average == 0 ? price : _average + ((price - _average) * stepMinutes / 3_000.0);
        if (_draws.Uniform() * MinutesBetweenItems < stepMinutes)
        {
            double tone = (80 * ((price / _average) - 1)) + (0.35 * _draws.Bell());
            _items.Add((DateTime.UnixEpoch.AddMinutes(minute + stepMinutes), Math.Round(Math.Clamp(tone, -1, 1), 2)));
        }
    }
}
