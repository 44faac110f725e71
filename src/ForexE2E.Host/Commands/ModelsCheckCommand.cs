using System.CommandLine;
using ForexE2E.Domain.Models;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.Models;
using ForexE2E.Strategy;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e models check: whether a run would take the models of a folder.</summary>
internal sealed class ModelsCheckCommand : Verb
{
    private readonly Argument<string?> _folder = new("FOLDER") { Description = "Folder of models [default: those shipped with the program]", Arity = ArgumentArity.ZeroOrOne };

    public ModelsCheckCommand()
        : base("check", "Reads the models of a folder, compares them with their model.json and asks each once. Exit code 3 when a run would refuse one.")
    {
        Arguments.Add(_folder);
        With();
        Examples.Add(("The shipped models", "forexe2e models check"));
        Examples.Add(("Your own", "forexe2e models check my-models"));
    }

    public override Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        ModelSet models = new ModelFiles().Load(parsed.GetValue(_folder));
        foreach (ModelCheckpoint checkpoint in models.Checkpoints)
        {
            ModelCheck.Open(checkpoint);
        }

        ModelsCheckDocument document = new(models.Origin, models.Hash, [.. models.Checkpoints.Select(ModelDocument.Of)]);
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, document, Documents.Default.ModelsCheckDocument);
        }
        else
        {
            ModelReport.Show(terminal.Results, document);
        }

        return Task.FromResult(ExitCode.Success);
    }
}
