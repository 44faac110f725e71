using k8s;
using k8s.Models;

namespace ForexE2E.House.Tests.Deployment;

/// <summary>The Kubernetes manifests, read strictly: a field that the API does not have, or of another type, is an error.</summary>
internal static class Manifests
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "k8s");

    /// <summary>Every manifest, but no kustomization; paths from the folder k8s.</summary>
    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories)
        .Where(f => Path.GetFileName(f) != "kustomization.yaml")
        .Select(f => Path.GetRelativePath(Folder, f))
        .Order(StringComparer.Ordinal);

    /// <exception cref="YamlDotNet.Core.YamlException">A field is unknown or of a wrong type.</exception>
    public static List<object> Read(string file) =>
        KubernetesYaml.LoadAllFromString(File.ReadAllText(Path.Combine(Folder, file)), typeMap: null, strict: true);

    /// <summary>The pods of what the base makes, each with the name of its file.</summary>
    public static IEnumerable<(string File, V1PodSpec Pod)> Pods =>
        from file in Files
        where file.StartsWith("base", StringComparison.Ordinal)
        from document in Read(file)
        let pod = document switch
        {
            V1StatefulSet set => set.Spec.Template.Spec,
            V1Deployment deployment => deployment.Spec.Template.Spec,
            V1Job job => job.Spec.Template.Spec,
            _ => null,
        }
        where pod is not null
        select (file, pod);
}
