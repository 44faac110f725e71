using System.CommandLine;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>The account that trades.</summary>
internal sealed class AccountOptions : OptionGroup
{
    private static readonly AccountSettings Usual = new();

    private readonly Option<double> _balance;
    private readonly Option<string> _currency;
    private readonly Option<double> _leverage;

    public AccountOptions()
        : base("Account")
    {
        _balance = Add("--balance", "MONEY", "Money at the start of every window [default: 100000]", OptionValue.Number, Usual.StartBalance);
        _currency = Add("--currency", "CODE", "Account currency [default: USD]", t => t.ToUpperInvariant(), Usual.Currency);
        _leverage = Add("--leverage", "N", "Notional one unit of equity can carry [default: 30]", OptionValue.Number, Usual.Leverage);
    }

    /// <exception cref="CommandException">A value is out of range or the currency unknown.</exception>
    public AccountSettings Read(ParseResult parsed) => Failure.Refused(ExitCode.WrongUsage, () => new AccountSettings
    {
        StartBalance = parsed.GetValue(_balance),
        Currency = parsed.GetRequiredValue(_currency),
        Leverage = parsed.GetValue(_leverage),
    }.Validated());
}
