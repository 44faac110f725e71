using System.Collections.Immutable;
using ForexE2E.Domain.Randomness;
using ForexE2E.Strategy.Rl.Ppo;
using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Rl.Training;

/// <summary>The days an agent may be trained on, of one market or of several: of each the first part to act on and the last to be judged by.</summary>
internal sealed class TrainingDays
{
    private readonly ImmutableArray<Market> _markets;
    private readonly AgentTrainingSettings _settings;

    /// <exception cref="ArgumentException">A market has too few days before <paramref name="until"/>.</exception>
    public TrainingDays(IEnumerable<AgentStates> markets, DateTime until, AgentTrainingSettings settings)
    {
        _settings = settings;
        _markets = [.. markets.Select(m => new Market(m, until, settings))];
    }

    public int TrainDays => _markets.Sum(m => m.TrainDays);

    public int ValidationDays => _markets.Sum(m => m.ValidationDays);

    /// <summary>Runs of days that begin anywhere in the train part of any market, side by side.</summary>
    public Episodes Draw(SplitMix64 luck)
    {
        var starts = new (AgentStates States, int Day)[_settings.Sequences];
        foreach (ref (AgentStates States, int Day) start in starts.AsSpan())
        {
            Market market = _markets[luck.NextInt(_markets.Length)];
            start = (market.States, market.States.First + luck.NextInt(market.TrainDays - _settings.Steps));
        }

        return Cut(starts);
    }

    /// <summary>The validation days cut into runs of a month, side by side; a rest is left out.</summary>
    public Episodes Validation() => Cut(
        [.. _markets.SelectMany(m => Enumerable.Range(0, m.ValidationDays / _settings.Steps).Select(i => (m.States, m.Validation + (i * _settings.Steps))))]);

    private Episodes Cut(ReadOnlySpan<(AgentStates States, int Day)> starts)
    {
        int steps = _settings.Steps, wide = starts.Length;
        float[] states = new float[(steps + 1) * wide * AgentState.Entries], moves = new float[steps * wide * DailyCloses.Pairs];
        for (int row = 0; row < (steps + 1) * wide; row++)
        {
            (AgentStates source, int first) = starts[row % wide];
            int day = first + (row / wide);
            source.At(day).CopyTo(states.AsSpan(row * AgentState.Entries));
            if (row < steps * wide)
                source.MovesAfter(day, 1).CopyTo(moves.AsSpan(row * DailyCloses.Pairs));
        }

        return new Episodes(steps, wide, states, moves);
    }

    /// <summary>One market's days. Validation begins a state's length after training ends, so that no return is in both.</summary>
    private sealed class Market
    {
        private readonly int _end;

        public Market(AgentStates states, DateTime until, AgentTrainingSettings settings)
        {
            States = states;
            _end = states.Closes.Count;
            while (_end > 0 && states.Closes.EndOf(_end - 1) > until)
                _end--;
            Validation = states.First + (int)(Math.Max(0, _end - states.First) * (1 - settings.ValidationFraction));
            int least = 2 * settings.Steps;
            if (TrainDays < least || ValidationDays < settings.Steps)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Training needs at least {least} trading days and {settings.Steps} more to judge by, with 20 days of history before them; the data until {until:yyyy-MM-dd} give {Math.Max(0, TrainDays)} and {Math.Max(0, ValidationDays)}. Give a longer history."));
            }
        }

        public AgentStates States { get; }

        /// <summary>First day to be judged by.</summary>
        public int Validation { get; }

        public int TrainDays => Validation - AgentState.Days - States.First;

        // The last day has a state but no day after it.
        public int ValidationDays => _end - 1 - Validation;
    }
}
