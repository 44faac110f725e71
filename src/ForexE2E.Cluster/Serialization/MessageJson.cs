using System.Text.Json.Serialization;
using ForexE2E.Cluster.Control;
using ForexE2E.Cluster.Runs;
using ForexE2E.Cluster.Trials;
using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Cluster.Serialization;

/// <summary>The generated JSON code of all messages.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(RunIdJson), typeof(TrialNumberJson), typeof(SymbolJson), typeof(TimeframeJson), typeof(ParameterSetJson), typeof(ParameterPlanJson),
        typeof(ObjectiveSetJson), typeof(FixedTextsJson), typeof(TrialOrderJson),
    ])]
[JsonSerializable(typeof(RunProtocol.SubmitRun))]
[JsonSerializable(typeof(RunProtocol.ResumeRun))]
[JsonSerializable(typeof(RunProtocol.StopRun))]
[JsonSerializable(typeof(RunProtocol.CancelRun))]
[JsonSerializable(typeof(RunProtocol.GetRun))]
[JsonSerializable(typeof(RunProtocol.RunAccepted))]
[JsonSerializable(typeof(RunProtocol.RunRejected))]
[JsonSerializable(typeof(RunProtocol.RunStopped))]
[JsonSerializable(typeof(RunProtocol.RunStatus))]
[JsonSerializable(typeof(RunEvent.RunStarted), TypeInfoPropertyName = "RunStartedEvent")]
[JsonSerializable(typeof(RunEvent.TrialStarted), TypeInfoPropertyName = "TrialStartedEvent")]
[JsonSerializable(typeof(RunEvent.WindowFinished), TypeInfoPropertyName = "WindowFinishedEvent")]
[JsonSerializable(typeof(RunEvent.TrialFinished), TypeInfoPropertyName = "TrialFinishedEvent")]
[JsonSerializable(typeof(RunEvent.ValidationStarted), TypeInfoPropertyName = "ValidationStartedEvent")]
[JsonSerializable(typeof(RunEvent.RunFinished), TypeInfoPropertyName = "RunFinishedEvent")]
[JsonSerializable(typeof(TrialProtocol.OfferTrial))]
[JsonSerializable(typeof(TrialProtocol.WithdrawRun))]
[JsonSerializable(typeof(TrialProtocol.PullTrial))]
[JsonSerializable(typeof(TrialProtocol.ReturnTrial))]
[JsonSerializable(typeof(TrialProtocol.WakeWorker))]
[JsonSerializable(typeof(TrialProtocol.ExecuteTrial))]
[JsonSerializable(typeof(TrialProtocol.CancelTrial))]
[JsonSerializable(typeof(TrialProtocol.TrialStored))]
[JsonSerializable(typeof(TrialProtocol.TrialStarted))]
[JsonSerializable(typeof(TrialProtocol.TrialAlive))]
[JsonSerializable(typeof(TrialProtocol.WindowFinished))]
[JsonSerializable(typeof(TrialProtocol.TrialFinished))]
[JsonSerializable(typeof(TrialProtocol.TrialFailed))]
[JsonSerializable(typeof(TrialProtocol.TrialHandedBack))]
[JsonSerializable(typeof(QueueProtocol.GetQueue))]
[JsonSerializable(typeof(QueueProtocol.QueueStatus))]
[JsonSerializable(typeof(ControlProtocol.GetCluster))]
[JsonSerializable(typeof(ControlProtocol.ClusterStatus))]
[JsonSerializable(typeof(Objective[]))]
[JsonSerializable(typeof(ParameterSet))]
internal sealed partial class MessageJson : JsonSerializerContext;
