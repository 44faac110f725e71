using YamlDotNet.RepresentationModel;

namespace ForexE2E.House.Tests.Deployment;

/// <summary>What can be held against the Dockerfile and the compose file without an engine.</summary>
public sealed class ImageTests
{
    private static readonly string[] Dockerfile = File.ReadAllLines(Path.Combine(Repository.Root, "docker", "Dockerfile"));

    [Fact]
    public void What_the_image_copies_is_there()
    {
        foreach (string[] words in Copies().Where(w => !w[1].StartsWith("--", StringComparison.Ordinal)))
        {
            Assert.All(words[1..^1], path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"COPY {path}"));
        }
    }

    [Fact]
    public void The_image_restores_every_project_of_the_sources()
    {
        IEnumerable<string> projects = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(p => Path.GetRelativePath(Repository.Root, p).Replace('\\', '/'));
        Assert.Empty(projects.Except(Copies().SelectMany(w => w[1..^1])));
    }

    [Fact]
    public void The_image_runs_as_an_unprivileged_user_and_says_how_it_is()
    {
        Assert.Contains("USER $APP_UID", Dockerfile);
        Assert.Contains(Dockerfile, l => l.StartsWith("HEALTHCHECK", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_service_of_the_compose_file_is_read_only_and_without_capabilities()
    {
        YamlMappingNode root = Compose();
        var node = (YamlMappingNode)root["x-node"];
        Assert.Equal("true", node["read_only"].ToString());
        Assert.Equal("ALL", Assert.Single(((YamlSequenceNode)node["cap_drop"]).Children).ToString());
        var services = (YamlMappingNode)root["services"];
        string[] names = [.. services.Children.Keys.Select(k => k.ToString())];
        Assert.Equal(["client", "coordinator-0", "coordinator-1", "coordinator-2", "migrate", "postgres", "worker-0", "worker-1"], names.Order(StringComparer.Ordinal));
        Assert.All(names.Where(n => n != "postgres"), n => Assert.True(((YamlMappingNode)services[n]).Children.ContainsKey("<<"), n));
    }

    [Fact]
    public void No_service_of_the_compose_file_is_told_a_password()
    {
        string compose = File.ReadAllText(Path.Combine(Repository.Root, "docker", "compose.yaml"));
        string[] lines = [.. compose.Split('\n').Where(l => !l.TrimStart().StartsWith('#'))];
        Assert.DoesNotContain(lines, l => l.Contains("Password=", StringComparison.Ordinal) || l.Contains("PASSWORD:", StringComparison.Ordinal));
        var secrets = (YamlMappingNode)Compose()["secrets"];
        Assert.Equal(["database", "postgres-password"], secrets.Children.Keys.Select(k => k.ToString()).Order(StringComparer.Ordinal));
        Assert.All(secrets.Children.Values, s => Assert.StartsWith("./secrets/", ((YamlMappingNode)s)["file"].ToString(), StringComparison.Ordinal));
        Assert.Contains("docker/secrets/", File.ReadAllLines(Path.Combine(Repository.Root, ".gitignore")));
    }

    private static IEnumerable<string[]> Copies() => Dockerfile
        .Where(l => l.StartsWith("COPY ", StringComparison.Ordinal))
        .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static YamlMappingNode Compose()
    {
        YamlStream yaml = [];
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(Repository.Root, "docker", "compose.yaml"))));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
