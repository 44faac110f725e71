namespace ForexE2E.Strategy.Rl.Training;

/// <summary>How far the training of one shape is, and how its agent does on the validation days.</summary>
/// <param name="Shape">Such as 256-128 or 256-128-lstm.</param>
/// <param name="Round">Rounds done.</param>
/// <param name="Reward">Mean reward a day of the agent's decisions on the validation days, in daily volatilities, turnover taken off.</param>
/// <param name="EqualReward">The same of equal weights.</param>
/// <param name="CriticError">Root mean square error of the critic over the deviation of what it should say; 1 is no better than a constant.</param>
/// <param name="IsBest">Whether no earlier look was better.</param>
public sealed record AgentProgress(string Shape, int Round, double Reward, double EqualReward, double CriticError, bool IsBest);
