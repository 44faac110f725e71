using System.Collections.Immutable;
using ForexE2E.Domain.Randomness;

namespace ForexE2E.Domain.Markets.Synthetic;

/// <summary>
/// Values of currencies on a common scale. Every pair's price is the ratio of two of them, so triangles close and pairs
/// that share a currency are correlated.
/// </summary>
internal sealed class CurrencyWalk
{
    /// <summary>Standard deviation of one currency's move in five minutes; two of them give a pair about 0.45 % a day.</summary>
    private const double MoveInFiveMinutes = 1.9e-4;

    // A year of five-minute steps to halve a deviation: levels stay near where they began.
    private const double ReversionInFiveMinutes = 1e-5;
    private readonly ImmutableArray<string> _names;
    private readonly double[] _levels;
    private readonly double[] _home;
    private readonly double[] _moves;
    private readonly Draws[] _draws;
    private readonly int _euro;

    public CurrencyWalk(ImmutableArray<string> names, ulong seed)
    {
        _names = names;
        _home = [.. names.Select(TypicalPrices.DollarsFor)];
        _levels = [.. _home];
        _moves = new double[names.Length];
        // A stream a currency: which other currencies take part changes nothing for it.
        _draws = [.. names.Select(name => new Draws(SeedOf.Mix(seed, (ulong)Currencies.Known.IndexOf(name), 11)))];
        _euro = names.IndexOf("EUR");
    }

    public int IndexOf(string currency) => _names.IndexOf(currency);

    public double Ratio(int baseIndex, int quoteIndex) => _levels[baseIndex] / _levels[quoteIndex];

    /// <summary>Moves all currencies by chance.</summary>
    /// <param name="scale">Size of the moves, 1 for five ordinary minutes.</param>
    public void Advance(double scale)
    {
        for (int i = 0; i < _levels.Length; i++)
        {
            _moves[i] = _draws[i].Bell();
        }

        double euro = _euro < 0 ? 0 : _moves[_euro];
        double reversion = ReversionInFiveMinutes * scale * scale;
        for (int i = 0; i < _levels.Length; i++)
        {
            double share = EuroShareOf(_names[i]);
            double move = ((1 - share) * _moves[i]) + (share * euro);
            _levels[i] *= 1 + (MoveInFiveMinutes * scale * move) - (reversion * ((_levels[i] / _home[i]) - 1));
        }
    }

    /// <summary>Moves one pair: half of it in each of its currencies.</summary>
    public void Push(int baseIndex, int quoteIndex, double relative)
    {
        _levels[baseIndex] *= 1 + (relative / 2);
        _levels[quoteIndex] *= 1 - (relative / 2);
    }

    private static double EuroShareOf(string currency) => currency switch
    {
        "CHF" => 0.5,
        "GBP" => 0.15,
        _ => 0,
    };
}
