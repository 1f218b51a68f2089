using System.Text.RegularExpressions;
using GraphApi.Harness;

namespace GraphApi.Architecture.Tests;

/// <summary>
/// No container engine builds the image here, so that what its files name is checked by reading them.
/// </summary>
public sealed partial class DeploymentTests
{
    static string Dockerfile => Repository.Text("Dockerfile");

    static string Compose => Repository.Text("compose.yaml");

    [Fact]
    public void The_image_publishes_the_server_and_starts_its_program()
    {
        Assert.Contains(
            "RUN dotnet publish src/Server --configuration Release --output /app",
            Dockerfile,
            StringComparison.Ordinal);
        Assert.Contains("""ENTRYPOINT ["dotnet", "GraphApi.Server.dll"]""", Dockerfile, StringComparison.Ordinal);
        Assert.True(File.Exists(Repository.PathOf("src", "Server", "Server.csproj")));
    }

    [Fact]
    public void The_image_has_the_runtime_that_the_projects_target()
    {
        var properties = Repository.Text("Directory.Build.props");
        var target = Regex.Match(properties, "<TargetFramework>net([0-9.]+)<").Groups[1].Value;

        Assert.Equal(
            [$"mcr.microsoft.com/dotnet/sdk:{target}", $"mcr.microsoft.com/dotnet/aspnet:{target}"],
            From().Matches(Dockerfile).Select(match => match.Groups["image"].Value));
    }

    [Fact]
    public void The_image_does_not_run_as_root() =>
        Assert.Contains("USER $APP_UID", Dockerfile, StringComparison.Ordinal);

    [Fact]
    public void The_composition_reaches_the_port_that_the_image_listens_at()
    {
        var port = Regex.Match(Dockerfile, "ASPNETCORE_HTTP_PORTS=([0-9]+)").Groups[1].Value;

        Assert.Contains($"\"127.0.0.1:{port}:{port}\"", Compose, StringComparison.Ordinal);
        Assert.Contains($"EXPOSE {port}", Dockerfile, StringComparison.Ordinal);
    }

    [Fact]
    public void The_composition_waits_for_the_database_it_names()
    {
        Assert.Contains("Host=postgres;Database=graphapi;Username=graphapi;", Compose, StringComparison.Ordinal);
        Assert.Contains("POSTGRES_DB: graphapi", Compose, StringComparison.Ordinal);
        Assert.Contains("POSTGRES_USER: graphapi", Compose, StringComparison.Ordinal);
        Assert.Contains("condition: service_healthy", Compose, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_that_is_named_is_documented()
    {
        var documented = Repository.Text("docs/operations.md");
        var named = Setting().Matches(Dockerfile + Compose)
            .Select(match => match.Groups["key"].Value.Replace("__", ":"));

        Assert.All(named, key => Assert.Contains($"`{key}`", documented, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("test")]
    [InlineData(".ci/run")]
    [InlineData(".ci/check-contract")]
    public void A_script_can_be_executed(string script)
    {
        Assert.StartsWith("#!/usr/bin/env bash\n", Repository.Text(script), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.True(File.GetUnixFileMode(Repository.PathOf(script)).HasFlag(UnixFileMode.UserExecute));
        }
    }

    [GeneratedRegex(@"^FROM (?<image>\S+)", RegexOptions.Multiline)]
    private static partial Regex From();

    [GeneratedRegex(@"GRAPHAPI_(?<key>\w+)")]
    private static partial Regex Setting();
}
