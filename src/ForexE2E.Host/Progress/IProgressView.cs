namespace ForexE2E.Host.Progress;

/// <summary>Shows progress until the work ends.</summary>
internal interface IProgressView
{
    /// <summary>Looks at the progress from time to time and shows it, until <paramref name="work"/> has ended.</summary>
    Task Follow(Func<RunProgress> progress, Task work);
}
