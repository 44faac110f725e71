using System.CommandLine;
using System.CommandLine.Help;
using ForexE2E.Host.Help;
using ForexE2E.Host.Verbs;

namespace ForexE2E.Host.Commands;

/// <summary>All that can be typed.</summary>
internal static class CommandTree
{
    public static RootCommand Build()
    {
        RootCommand root = new("Optimises the parameters of a forex trading engine on honest walk-forward backtests.");
        root.Subcommands.Add(new OptimizeCommand());
        root.Subcommands.Add(new BacktestCommand());
        root.Subcommands.Add(new VerbGroup("data", "Market data files: convert, check, resample, generate.",
            new DataImportCommand(), new DataCheckCommand(), new DataResampleCommand(), new DataGenerateCommand()));
        VerbGroup models = new("models", "Learned models: train, check, calibrate, forecast, advise.",
            new ModelsCheckCommand(), new ModelsForecastCommand(), new ModelsAdviseCommand(), new ModelsCalibrateCommand());
        models.Subcommands.Add(new VerbGroup("train", "Trains a model on your bars.", new ModelsTrainSssdCommand(), new ModelsTrainRlCommand()));
        root.Subcommands.Add(models);
        root.Subcommands.Add(new VerbGroup("run", "Optimization runs: submit, list, show, understand, take the best set, resume, stop, cancel.",
            new RunListCommand(), new RunShowCommand(), new RunBestCommand(), new RunParetoCommand(), new RunImportanceCommand(), new RunHistoryCommand(),
            new RunSubmitCommand(), new RunResumeCommand(), new RunStopCommand(), new RunCancelCommand()));
        root.Subcommands.Add(new NodeCommand());
        root.Subcommands.Add(new NodeHealthCommand());
        root.Subcommands.Add(new VerbGroup("cluster", "A running cluster.", new ClusterStatusCommand()));
        root.Subcommands.Add(new VerbGroup("certificates", "Certificates for the nodes of a cluster.", new CertificatesCreateCommand()));
        root.Subcommands.Add(new VerbGroup("migrate", "The database's tables: create or bring up to date, take down, status.",
            new MigrateUpCommand(), new MigrateDownCommand(), new MigrateStatusCommand()));
        root.Subcommands.Add(new VerbGroup("parameters", "The 90 parameters.", new ParametersListCommand(), new ParametersLivenessCommand()));
        root.Subcommands.Add(new VerbGroup("verify", "Tests of this program's own honesty, on your data.", new VerifyLookAheadCommand()));
        root.Subcommands.Add(new RegimesCommand());
        root.Subcommands.Add(new VerbGroup("database", "The database as a whole.", new DatabaseStatusCommand()));
        root.Subcommands.Add(new VerbGroup("backup", "Backups of the database: create, verify, restore, prune.",
            new BackupCreateCommand(), new BackupVerifyCommand(), new BackupRestoreCommand(), new BackupPruneCommand()));
        root.Subcommands.Add(new VerbGroup("retention", "How long runs are kept.", new RetentionApplyCommand()));
        root.Subcommands.Add(new VerbGroup("audit", "Who did what, when.", new AuditListCommand()));
        root.Subcommands.Add(new VerbGroup("portfolio", "Portfolio weights by themselves: optimize, frontier.", new PortfolioOptimizeCommand(), new PortfolioFrontierCommand()));
        root.Subcommands.Add(new VerbGroup("sampler", "The samplers by themselves, for other programs.", new SamplerAskTellCommand()));
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpPage();
        }

        return root;
    }
}
