namespace ForexE2E.Domain.Trials;

/// <summary>
/// One step of a walk forward: fit on the train span, trade on the test span that follows. Instants are UTC, starts
/// inclusive, ends exclusive.
/// </summary>
/// <param name="Index">Position in the plan, from 0.</param>
/// <param name="TrainFrom">First instant of the train span.</param>
/// <param name="TrainTo">End of the train span; training labels must be known by then, so none overlaps the test span.</param>
/// <param name="TestFrom">First instant that may trade.</param>
/// <param name="TestTo">End of the test span.</param>
public sealed record WalkForwardWindow(int Index, DateTime TrainFrom, DateTime TrainTo, DateTime TestFrom, DateTime TestTo);
