using CsCheck;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Domain.Tests.Trials;

public sealed class TrialOrderTests
{
    [Fact]
    public void An_order_holds_what_was_added_and_its_beginnings_stay_as_they_were() => Gen.Int[0, 99].Array[0, 60].Sample(numbers =>
    {
        List<TrialOrder> all = [TrialOrder.Empty];
        foreach (int number in numbers)
        {
            all.Add(all[^1].Add(number));
        }

        for (int length = 0; length <= numbers.Length; length++)
        {
            Assert.Equal(numbers[..length], all[length]);
            Assert.Equal(numbers[..length], all[length].AsSpan().ToArray());
            Assert.True(all[^1].BeginsWith(all[length]));
            Assert.Equal([.. numbers[..length]], all[length]);
            Assert.Equal(TrialOrder.Of(numbers.AsSpan(0, length)).GetHashCode(), all[length].GetHashCode());
        }
    });

    [Fact]
    public void Two_continuations_of_one_order_do_not_disturb_each_other()
    {
        TrialOrder shared = TrialOrder.Empty.Add(1).Add(2);
        TrialOrder one = shared.Add(3);
        TrialOrder other = shared.Add(4);
        Assert.Equal([1, 2, 3], one.AsEnumerable());
        Assert.Equal([1, 2, 4], other.AsEnumerable());
        Assert.Equal([1, 2], shared.AsEnumerable());
        Assert.False(one.BeginsWith(other));
        Assert.NotEqual(one, other);
        Assert.True(other.BeginsWith(shared));
        Assert.False(shared.BeginsWith(other));
    }

    [Fact]
    public void Orders_that_grow_from_another_share_its_memory()
    {
        // A run of ten thousand trials each of which remembers all before it: alone they would be four hundred megabytes.
        long before = GC.GetAllocatedBytesForCurrentThread();
        TrialOrder order = TrialOrder.Empty;
        for (int n = 0; n < 10_000; n++)
        {
            order = order.Add(n);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
        Assert.Throws<IndexOutOfRangeException>(() => order[10_000]);
    }
}
