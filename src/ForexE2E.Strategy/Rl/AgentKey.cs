using ForexE2E.Strategy.Rl.Agents;
using ForexE2E.Strategy.Rl.Ppo;

namespace ForexE2E.Strategy.Rl;

/// <summary>All that a window's tuned agent depends on within a run: the days, the shapes and the quantities of learning. The blend comes after it.</summary>
/// <param name="FirstDay">First day with a state in the window.</param>
/// <param name="LearnEnd">Day after the last that is learned from.</param>
/// <param name="End">Day after the last that weights are decided on.</param>
internal sealed record AgentKey(int FirstDay, int LearnEnd, int End, AgentShape Actor, AgentShape Critic, PpoSettings Settings);
