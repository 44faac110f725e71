using System.Collections.Immutable;
using System.Globalization;

namespace ForexE2E.Domain.Models;

/// <summary>Name and sizes of one input or output of a graph, always 32-bit floats.</summary>
/// <param name="Sizes">One each dimension; <see cref="AnySize"/> where the caller chooses.</param>
public sealed record TensorShape(string Name, ImmutableArray<int> Sizes)
{
    /// <summary>Stands for a size that each call may choose, such as the batch.</summary>
    public const int AnySize = -1;

    /// <summary>Whether a tensor of these sizes fits; unknown sizes of either side fit anything.</summary>
    public bool Fits(ReadOnlySpan<int> sizes)
    {
        if (sizes.Length != Sizes.Length)
        {
            return false;
        }

        for (int i = 0; i < sizes.Length; i++)
        {
            if (Sizes[i] >= 0 && sizes[i] >= 0 && Sizes[i] != sizes[i])
            {
                return false;
            }
        }

        return true;
    }

    public bool Equals(TensorShape? other) => other is not null && Name == other.Name && Sizes.SequenceEqual(other.Sizes);

    public override int GetHashCode() => HashCode.Combine(Name, Sizes.Length);

    /// <summary>Such as "x [any, 4]".</summary>
    public override string ToString() =>
        $"{Name} [{string.Join(", ", Sizes.Select(s => s < 0 ? "any" : s.ToString(CultureInfo.InvariantCulture)))}]";
}
