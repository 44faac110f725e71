using k8s.Models;
using YamlDotNet.RepresentationModel;

namespace ForexE2E.House.Tests.Deployment;

public sealed class ManifestTests
{
    public static TheoryData<string> Files => [.. Manifests.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_manifest_has_only_fields_that_the_API_knows(string file) => Assert.NotEmpty(Manifests.Read(file));

    [Fact]
    public void A_misspelt_field_would_be_found()
    {
        string wrong = File.ReadAllText(Path.Combine(Manifests.Folder, "base/worker/deployment.yaml")).Replace("readinessProbe", "readynessProbe", StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(() => k8s.KubernetesYaml.LoadAllFromString(wrong, typeMap: null, strict: true));
    }

    [Fact]
    public void Every_manifest_is_named_by_its_folders_kustomization_and_every_name_exists()
    {
        foreach (string kustomization in Directory.EnumerateFiles(Manifests.Folder, "kustomization.yaml", SearchOption.AllDirectories))
        {
            string folder = Path.GetDirectoryName(kustomization)!;
            string[] named = [.. Named(kustomization)];
            Assert.All(named, n => Assert.True(File.Exists(Path.Combine(folder, n)) || File.Exists(Path.Combine(folder, n, "kustomization.yaml")), $"{kustomization} names {n}"));
            string[] there = [.. Directory.EnumerateFiles(folder, "*.yaml").Select(f => Path.GetFileName(f)!).Where(f => f != "kustomization.yaml")];
            Assert.Empty(there.Except(named));
        }
    }

    [Fact]
    public void A_pod_runs_without_rights_and_writes_only_below_tmp()
    {
        foreach ((string file, V1PodSpec pod) in Manifests.Pods)
        {
            Assert.True(pod.SecurityContext.RunAsNonRoot, file);
            Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
            Assert.False(pod.AutomountServiceAccountToken, file);
            V1Container container = Assert.Single(pod.Containers);
            Assert.True(container.SecurityContext.ReadOnlyRootFilesystem, file);
            Assert.False(container.SecurityContext.AllowPrivilegeEscalation, file);
            Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
            Assert.All(container.VolumeMounts, m => Assert.True(m.MountPath == "/tmp" || m.ReadOnlyProperty == true, $"{file}: {m.MountPath}"));
        }
    }

    [Fact]
    public void A_container_says_what_it_needs_and_a_node_says_how_it_is()
    {
        foreach ((string file, V1PodSpec pod) in Manifests.Pods)
        {
            V1Container container = pod.Containers[0];
            Assert.Equal(["cpu", "memory"], container.Resources.Requests.Keys.Order(StringComparer.Ordinal));
            Assert.Equal(["cpu", "memory"], container.Resources.Limits.Keys.Order(StringComparer.Ordinal));
            if (container.Args[0] == "node")
            {
                Assert.Equal("/health/started", container.StartupProbe.HttpGet.Path);
                Assert.Equal("/health/live", container.LivenessProbe.HttpGet.Path);
                Assert.Equal("/health/ready", container.ReadinessProbe.HttpGet.Path);
                Assert.True(pod.TerminationGracePeriodSeconds >= 60, $"{file}: drain-within is 20 s, and leaving takes as long again");
            }
        }
    }

    [Fact]
    public void No_manifest_of_the_base_or_of_production_holds_a_secret()
    {
        foreach (string file in Manifests.Files.Where(f => !f.StartsWith("overlays/local", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain(Manifests.Read(file), d => d is V1Secret);
            Assert.DoesNotContain("assword:", File.ReadAllText(Path.Combine(Manifests.Folder, file)), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Who_needs_the_database_reads_its_address_from_a_mounted_secret()
    {
        var secrets = new Dictionary<string, string>(StringComparer.Ordinal) { ["coordinator"] = "forexe2e-database", ["migrate"] = "forexe2e-migration" };
        foreach ((string file, V1PodSpec pod) in Manifests.Pods)
        {
            V1Container container = pod.Containers[0];
            Assert.DoesNotContain(container.Env ?? [], e => e.ValueFrom?.SecretKeyRef is not null);
            Assert.DoesNotContain("--database", container.Args);
            string? place = container.Env?.SingleOrDefault(e => e.Name == "FOREXE2E_DATABASE_FILE")?.Value;
            Assert.Equal(secrets.ContainsKey(container.Name), place is not null);
            if (place is not null)
            {
                V1VolumeMount mount = Assert.Single(container.VolumeMounts, m => place.StartsWith(m.MountPath + "/", StringComparison.Ordinal));
                V1Volume volume = Assert.Single(pod.Volumes, v => v.Name == mount.Name);
                Assert.Equal(secrets[container.Name], volume.Secret.SecretName);
                Assert.True(pod.SecurityContext.FsGroup is not null, $"{file}: only the group may read the secret");
            }
        }
    }

    [Fact]
    public void A_scraper_is_sent_to_the_port_on_which_a_node_answers()
    {
        foreach (V1PodTemplateSpec template in Manifests.Files.Where(f => f.StartsWith("base", StringComparison.Ordinal)).SelectMany(Manifests.Read)
            .Select(d => d is V1StatefulSet set ? set.Spec.Template : (d as V1Deployment)?.Spec.Template).OfType<V1PodTemplateSpec>())
        {
            V1Container container = template.Spec.Containers[0];
            string port = container.Args[container.Args.IndexOf("--health-port") + 1];
            Assert.Equal(("true", port, "/metrics"), (template.Metadata.Annotations["prometheus.io/scrape"], template.Metadata.Annotations["prometheus.io/port"], template.Metadata.Annotations["prometheus.io/path"]));
            Assert.Equal(port, FormattableString.Invariant($"{Assert.Single(container.Ports, p => p.Name == "health").ContainerPort}"));
        }
    }

    [Fact]
    public void The_seed_nodes_are_the_stable_names_of_the_coordinators()
    {
        V1StatefulSet set = Assert.Single(Manifests.Read("base/coordinator/statefulset.yaml").OfType<V1StatefulSet>());
        V1ConfigMap settings = Assert.Single(Manifests.Read("base/settings.yaml").OfType<V1ConfigMap>());
        IEnumerable<string> names = Enumerable.Range(0, set.Spec.Replicas!.Value).Select(i => $"{set.Metadata.Name}-{i}.{set.Spec.ServiceName}:4053");
        Assert.Equal(string.Join(',', names), settings.Data["FOREXE2E_SEED_NODES"]);
        Assert.Equal(FormattableString.Invariant($"{set.Spec.Replicas}"), settings.Data["FOREXE2E_COORDINATORS"]);
        V1Service service = Assert.Single(Manifests.Read("base/coordinator/service.yaml").OfType<V1Service>());
        Assert.Equal((set.Spec.ServiceName, "None", true), (service.Metadata.Name, service.Spec.ClusterIP, service.Spec.PublishNotReadyAddresses));
        Assert.Equal("Parallel", set.Spec.PodManagementPolicy);
    }

    [Fact]
    public void The_account_of_the_nodes_is_bound_to_no_role() =>
        Assert.DoesNotContain(Manifests.Files.SelectMany(Manifests.Read), d => d is V1Role or V1ClusterRole or V1RoleBinding or V1ClusterRoleBinding);

    private static IEnumerable<string> Named(string kustomization)
    {
        YamlStream yaml = [];
        yaml.Load(new StringReader(File.ReadAllText(kustomization)));
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        IEnumerable<YamlNode> Items(string key) => root.Children.TryGetValue(key, out YamlNode? list) ? ((YamlSequenceNode)list).Children : [];
        return Items("resources").Select(r => r.ToString()).Concat(Items("patches").Select(p => ((YamlMappingNode)p)["path"].ToString()));
    }
}
