namespace ForexE2E.Strategy.Decisions;

/// <summary>
/// What a rule wants, said at a bar's close and carried out from the next bar's open on. The default value wants nothing:
/// no entry, no exit, stop and target as they are.
/// </summary>
public struct Decision
{
    /// <summary>Enter (or reverse into) this side at the next open; None: no signal.</summary>
    public Side Signal { get; set; }

    /// <summary>Close the open position at the next open for this reason; None: keep it. A contrary signal takes precedence as a reversal.</summary>
    public ExitReason Exit { get; set; }

    /// <summary>Stop of the open position from the next bar on, in points on the side that closes; 0: unchanged.</summary>
    public int StopPoints { get; set; }

    /// <summary>Which stop it is, for the trade record.</summary>
    public ExitReason StopReason { get; set; }
}
