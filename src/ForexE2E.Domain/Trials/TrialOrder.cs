using System.Collections;
using System.Runtime.CompilerServices;

namespace ForexE2E.Domain.Trials;

/// <summary>
/// Numbers of trials in an order, such as that in which they were recorded. Immutable; one that grew from another shares its
/// memory, so that a run in which each trial remembers all before it stays small. Equal when the numbers are.
/// </summary>
[CollectionBuilder(typeof(TrialOrder), nameof(Of))]
public sealed class TrialOrder : IReadOnlyList<int>, IEquatable<TrialOrder>
{
    private const int LeastRoom = 16;

    private readonly Room _room;

    private TrialOrder(Room room, int length) => (_room, Length) = (room, length);

    /// <summary>No trial at all.</summary>
    public static TrialOrder Empty { get; } = new(new Room(0), 0);

    public int Length { get; }

    public bool IsEmpty => Length == 0;

    int IReadOnlyCollection<int>.Count => Length;

    /// <exception cref="IndexOutOfRangeException">There is no such place.</exception>
    public int this[int place] => AsSpan()[place];

    /// <summary>The numbers, in order.</summary>
    public static TrialOrder Of(ReadOnlySpan<int> numbers)
    {
        if (numbers.IsEmpty)
        {
            return Empty;
        }

        var room = new Room(numbers.Length) { Taken = numbers.Length };
        numbers.CopyTo(room.Numbers);
        return new TrialOrder(room, numbers.Length);
    }

    public ReadOnlySpan<int> AsSpan() => _room.Numbers.AsSpan(0, Length);

    /// <summary>This order with one trial more at its end.</summary>
    public TrialOrder Add(int number)
    {
        Room room = _room;
        // Whoever is first takes the free place behind the last; any other continuation of the same order gets a room of its own.
        if (Length >= room.Numbers.Length || Interlocked.CompareExchange(ref room.Taken, Length + 1, Length) != Length)
        {
            room = new Room(Math.Max(LeastRoom, 2 * Length)) { Taken = Length + 1 };
            AsSpan().CopyTo(room.Numbers);
        }

        room.Numbers[Length] = number;
        return new TrialOrder(room, Length + 1);
    }

    /// <summary>Whether this order begins with all of another.</summary>
    public bool BeginsWith(TrialOrder other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Length >= other.Length && (ReferenceEquals(_room, other._room) || AsSpan()[..other.Length].SequenceEqual(other.AsSpan()));
    }

    public IEnumerator<int> GetEnumerator()
    {
        for (int i = 0; i < Length; i++)
        {
            yield return _room.Numbers[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(TrialOrder? other) => other is not null && Length == other.Length && BeginsWith(other);

    public override bool Equals(object? obj) => Equals(obj as TrialOrder);

    public override int GetHashCode() => Length == 0 ? 0 : HashCode.Combine(Length, this[0], this[Length - 1]);

    private sealed class Room(int size)
    {
        public int[] Numbers { get; } = new int[size];

#pragma warning disable CA1051 // Taken by a compare and exchange, which needs the field.
        public int Taken;
#pragma warning restore CA1051
    }
}
