using System.Collections.Immutable;

namespace ForexE2E.Domain.Models;

/// <summary>The models a run may use, in the order of their names. Immutable.</summary>
/// <param name="Origin">Where they were looked for, for messages: a folder.</param>
/// <param name="Hash">SHA-256 over all checkpoints, hexadecimal; empty when there is none.</param>
public sealed record ModelSet(string Origin, ImmutableArray<ModelCheckpoint> Checkpoints, string Hash)
{
    /// <summary>All checkpoints of a kind.</summary>
    /// <exception cref="ModelException">There is none.</exception>
    public ImmutableArray<ModelCheckpoint> Of(ModelKind kind)
    {
        ImmutableArray<ModelCheckpoint> found = [.. Checkpoints.Where(c => c.Kind == kind)];
        string word = kind.ToString().ToLowerInvariant();
        return found.IsEmpty
            ? throw new ModelException($"{Origin} holds no {word} model. Put one there ('forexe2e models train {word}' makes it), name another folder with --models, or leave {word} out of --components.")
            : found;
    }

    /// <summary>Refuses models that saw bars of a test span: any window whose test begins before a model's training data end.</summary>
    /// <param name="firstTest">Start of the earliest test span, UTC.</param>
    /// <exception cref="ModelException">A checkpoint of the kind was trained until a later instant.</exception>
    public void RefuseTooNew(ModelKind kind, DateTime firstTest)
    {
        foreach (ModelCheckpoint checkpoint in Of(kind))
        {
            if (checkpoint.TrainedUntil > firstTest)
            {
                throw new ModelException(FormattableString.Invariant(
                    $"{checkpoint.Origin}: the model was trained on data until {checkpoint.TrainedUntil:yyyy-MM-dd HH:mm}Z, but the first test window begins {firstTest:yyyy-MM-dd HH:mm}Z: it would have seen its own exam. Begin the span later, or train one with --until {firstTest:yyyy-MM-dd} or earlier."));
            }
        }
    }

    public bool Equals(ModelSet? other) => other is not null && Origin == other.Origin && Hash == other.Hash;

    public override int GetHashCode() => Hash.GetHashCode(StringComparison.Ordinal);
}
