using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ForexE2E.Backtesting.Tests")]
