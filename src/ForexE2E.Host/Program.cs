using ForexE2E.Host.Commands;
using ForexE2E.Host.Terminals;

using Interruption interruption = Interruption.OfProcess();
return (int)await CommandLine.Run(args, Terminal.OfProcess(interruption));
