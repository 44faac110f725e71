using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ForexE2E.Strategy.Tests")]
