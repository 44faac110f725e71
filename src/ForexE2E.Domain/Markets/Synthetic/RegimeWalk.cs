namespace ForexE2E.Domain.Markets.Synthetic;

/// <summary>The hidden state of the generated market: a Markov chain whose stays last about two trading days.</summary>
internal sealed class RegimeWalk(ulong seed)
{
    private readonly Draws _draws = new(seed);

    public Regime State { get; private set; } = Regime.Ranging;

    /// <summary>How the state scales the size of moves.</summary>
    public double Volatility => State switch
    {
        Regime.Ranging => 0.75,
        Regime.Volatile => 2.0,
        _ => 1.0,
    };

    /// <summary>Direction of the drift: 1, -1 or 0.</summary>
    public int Trend => State switch
    {
        Regime.TrendingUp => 1,
        Regime.TrendingDown => -1,
        _ => 0,
    };

    private double MeanMinutes => State switch
    {
        Regime.Ranging => 3200,
        Regime.Volatile => 1600,
        _ => 2600,
    };

    /// <summary>Moves on; returns true when the state changed.</summary>
    public bool Advance(int minutes)
    {
        if (_draws.Uniform() * MeanMinutes >= minutes)
        {
            return false;
        }

        // One of the other three, the volatile state half as likely as the rest.
        Regime[] others = [.. RegimeNames.States.Where(state => state != State)];
        Regime next = others[_draws.Whole(others.Length)];
        bool isSpared = next == Regime.Volatile && _draws.Uniform() < 0.5;
        State = isSpared ? others.First(state => state != Regime.Volatile) : next;
        return true;
    }
}
