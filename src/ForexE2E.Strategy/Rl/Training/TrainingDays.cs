using ForexE2E.Domain.Randomness;
using ForexE2E.Strategy.Rl.Ppo;
using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Rl.Training;

/// <summary>The days an agent may be trained on, the first part to act on and the last to be judged by.</summary>
internal sealed class TrainingDays
{
    private readonly AgentStates _states;
    private readonly AgentTrainingSettings _settings;
    private readonly int _validation;
    private readonly int _end;

    /// <exception cref="ArgumentException">There are too few days before <paramref name="until"/>.</exception>
    public TrainingDays(AgentStates states, DateTime until, AgentTrainingSettings settings)
    {
        (_states, _settings) = (states, settings);
        _end = states.Closes.Count;
        while (_end > 0 && states.Closes.EndOf(_end - 1) > until)
            _end--;
        int days = Math.Max(0, _end - states.First);
        // The last day has a state but no day after it; validation begins a run's length after training ends, so that no state is shared.
        _validation = states.First + (int)(days * (1 - settings.ValidationFraction));
        int least = 2 * settings.Steps;
        if (TrainDays < least || ValidationDays < settings.Steps)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Training needs at least {least} trading days and {settings.Steps} more to judge by, with 20 days of history before them; the data until {until:yyyy-MM-dd} give {Math.Max(0, TrainDays)} and {Math.Max(0, ValidationDays)}. Give a longer history."));
        }
    }

    public int TrainDays => _validation - AgentState.Days - _states.First;

    public int ValidationDays => _end - 1 - _validation;

    /// <summary>Runs of days that begin anywhere in the train part, side by side.</summary>
    public Episodes Draw(SplitMix64 luck)
    {
        int steps = _settings.Steps, wide = _settings.Sequences;
        float[] states = new float[(steps + 1) * wide * AgentState.Entries], moves = new float[steps * wide * DailyCloses.Pairs];
        for (int sequence = 0; sequence < wide; sequence++)
        {
            int first = _states.First + luck.NextInt(TrainDays - steps);
            for (int step = 0; step <= steps; step++)
            {
                int row = (step * wide) + sequence;
                _states.At(first + step).CopyTo(states.AsSpan(row * AgentState.Entries));
                if (step < steps)
                    _states.MovesAfter(first + step, 1).CopyTo(moves.AsSpan(row * DailyCloses.Pairs));
            }
        }

        return new Episodes(steps, wide, states, moves);
    }

    /// <summary>The validation days cut into runs of a month, side by side; a rest is left out.</summary>
    public Episodes Validation()
    {
        int steps = _settings.Steps, wide = ValidationDays / steps;
        float[] states = new float[(steps + 1) * wide * AgentState.Entries], moves = new float[steps * wide * DailyCloses.Pairs];
        for (int row = 0; row < (steps + 1) * wide; row++)
        {
            int day = _validation + (row % wide * steps) + (row / wide);
            _states.At(day).CopyTo(states.AsSpan(row * AgentState.Entries));
            if (row < steps * wide)
                _states.MovesAfter(day, 1).CopyTo(moves.AsSpan(row * DailyCloses.Pairs));
        }

        return new Episodes(steps, wide, states, moves);
    }
}
