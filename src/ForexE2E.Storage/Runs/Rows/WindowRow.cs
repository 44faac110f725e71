using LinqToDB.Mapping;

namespace ForexE2E.Storage.Runs.Rows;

/// <summary>What one window of a trial earned: main sums for queries, everything in JSON.</summary>
[Table("window_results")]
internal sealed class WindowRow
{
    [PrimaryKey(0), Column("run_id")]
    public int RunId { get; set; }

    [PrimaryKey(1), Column("trial_number")]
    public int TrialNumber { get; set; }

    [PrimaryKey(2), Column("window_index")]
    public int WindowIndex { get; set; }

    [Column("start_balance_cents")]
    public long StartBalanceCents { get; set; }

    [Column("end_balance_cents")]
    public long EndBalanceCents { get; set; }

    [Column("max_drawdown_cents")]
    public long MaxDrawdownCents { get; set; }

    [Column("max_drawdown_fraction")]
    public double MaxDrawdownFraction { get; set; }

    [Column("trades")]
    public int Trades { get; set; }

    [Column("wins")]
    public int Wins { get; set; }

    [Column("losses")]
    public int Losses { get; set; }

    [Column("gross_profit_cents")]
    public long GrossProfitCents { get; set; }

    [Column("gross_loss_cents")]
    public long GrossLossCents { get; set; }

    [Column("costs_cents")]
    public long CostsCents { get; set; }

    [Column("result_json")]
    public string ResultJson { get; set; } = "";

    [Column("cpu_us")]
    public long? CpuMicroseconds { get; set; }

    [Column("created_at")]
    public DateTime CreatedAt { get; set; }
}
