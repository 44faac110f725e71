using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Strategy;

/// <summary>
/// Rules that take turns by the regime in force. The rule of the regime at the signal bar enters, and rules that trade until
/// its exit, whatever the regime becomes; its contrary signal closes the trade, and reverses it only if the rule of the regime
/// now in force says the same. A regime without a rule enters nothing. Every rule hears every bar, so that none forgets a
/// pattern. With one equal rule for all regimes the decisions are that rule's own.
/// </summary>
public readonly struct SwitchingRule : ITradingRule
{
    private const int Nobody = -1;

    private readonly FittedWindow _fit;
    private readonly EngineRule[] _rules;
    private readonly ImmutableArray<int> _ruleOf;

    /// <param name="fit">The window whose regimes switch.</param>
    /// <param name="rules">Fresh rules; each keeps its own state from here on.</param>
    /// <param name="ruleOf">For each state of the market, in the order of <see cref="RegimeNames.States"/>, the index of its rule; -1 for none.</param>
    /// <exception cref="ArgumentException">There are not four indices, or one points to no rule.</exception>
    public SwitchingRule(FittedWindow fit, IEnumerable<EngineRule> rules, ImmutableArray<int> ruleOf)
    {
        ArgumentNullException.ThrowIfNull(fit);
        EngineRule[] own = [.. rules];
        if (ruleOf.Length != RegimeNames.States.Length || ruleOf.Any(i => i < Nobody || i >= own.Length))
        {
            throw new ArgumentException(
                $"Each of {RegimeNames.States.Length} regimes must point to one of {own.Length} rules or to none, were {string.Join(", ", ruleOf)}.", nameof(ruleOf));
        }

        (_fit, _rules, _ruleOf) = (fit, own, ruleOf);
    }

    /// <inheritdoc/>
    public Decision AtClose(int bar, in PositionView position, in AccountView account)
    {
        bool isFlat = position.Side == Side.None;
        int owner = isFlat ? Nobody : RuleAt(position.SignalBar);
        int entrant = RuleAt(bar);
        Decision decision = default;
        Side wanted = Side.None;
        for (int i = 0; i < _rules.Length; i++)
        {
            Decision said = i == owner ? _rules[i].AtClose(bar, position, account) : _rules[i].AtClose(bar, default, account);
            decision = i == owner ? said : decision;
            wanted = i == entrant ? said.Signal : wanted;
        }

        if (isFlat)
        {
            decision.Signal = wanted;
        }
        else if (decision.Signal != Side.None && decision.Signal != wanted)
        {
            decision.Signal = Side.None;
            decision.Exit = ExitReason.SignalReversal;
        }

        return decision;
    }

    /// <inheritdoc/>
    public EntryPlan AtEntry(in EntryContext context)
    {
        int entrant = RuleAt(context.SignalBar);
        return entrant == Nobody ? default : _rules[entrant].AtEntry(context);
    }

    private int RuleAt(int bar)
    {
        Regime regime = _fit.RegimeAt(bar);
        return regime == Regime.Global ? Nobody : _ruleOf[(int)regime - 1];
    }
}
