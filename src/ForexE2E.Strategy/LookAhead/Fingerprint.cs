namespace ForexE2E.Strategy.LookAhead;

/// <summary>A 64-bit digest of values to the last bit (FNV-1a over 64-bit words): equal for equal values, else practically never.</summary>
public struct Fingerprint
{
    private const ulong Start = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private ulong _state;

    /// <summary>The digest of what was added.</summary>
    public readonly ulong Value => _state ^ Start;

    public void Add(long value)
    {
        ulong mixed = (_state ^ Start ^ (ulong)value) * Prime;
        _state = mixed ^ (mixed >> 29) ^ Start;
    }

    public void Add(double value) => Add(BitConverter.DoubleToInt64Bits(value));
}
