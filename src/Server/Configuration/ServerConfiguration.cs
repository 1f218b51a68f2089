namespace GraphApi.Server.Configuration;

/// <summary>Where settings come from: appsettings.json beside the program, then environment variables.</summary>
static class ServerConfiguration
{
    /// <summary>What the names of the server's own environment variables begin with.</summary>
    public const string Prefix = "GRAPHAPI_";

    /// <summary>Production unless <c>ASPNETCORE_ENVIRONMENT</c> or <c>DOTNET_ENVIRONMENT</c> says otherwise.</summary>
    public static string EnvironmentName =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
        ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
        ?? Environments.Production;

    /// <summary>Whether this is a developer's machine.</summary>
    public static bool IsDevelopment =>
        EnvironmentName.Equals(Environments.Development, StringComparison.OrdinalIgnoreCase);

    /// <summary>Loads all sources; a later one wins.</summary>
    public static IConfigurationRoot Load() =>
        new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile($"appsettings.{EnvironmentName}.json", optional: true)
            .AddEnvironmentVariables(Prefix)
            .Build();

    /// <summary>
    /// Loads and checks. Throws a <see cref="ConfigurationException"/> with the whole list of what is wrong.
    /// </summary>
    public static ServerOptions Read() => ServerOptions.Read(Load(), IsDevelopment);
}
