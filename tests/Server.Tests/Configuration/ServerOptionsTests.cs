using GraphApi.Server.Configuration;
using Microsoft.Extensions.Configuration;

namespace GraphApi.Server.Tests.Configuration;

/// <summary>What is configured is checked at start, and the whole list is told.</summary>
public sealed class ServerOptionsTests
{
    const string Key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    [Fact]
    public void Development_needs_no_setting()
    {
        var options = Read(isDevelopment: true, ("DataDirectory", "/tmp/x"));

        Assert.Equal("Data Source=/tmp/x/graphapi.db", options.ConnectionString);
        Assert.Equal(
            (true, true, true, true),
            (options.Exploration,
                options.SeedsWhenEmpty,
                options.IsEmbedded,
                options.Authentication.UsesDevelopmentKeys));
        Assert.Equal(new TransportOptions(), options.Transport);
        Assert.Equal("https://graphapi.example/development", options.Authentication.Issuer);
    }

    [Fact]
    public void Production_says_all_it_needs_at_once() => Assert.Equal(
        [
            "ConnectionStrings:Distribution: is needed outside Development.",
            "Authentication:Authority: is needed outside Development, or Authentication:KeyFiles.",
            "Cursors:Keys: is needed outside Development, so that a cursor outlives a restart.",
        ],
        Problems(isDevelopment: false));

    [Theory]
    [InlineData("Data Source=a.db", true)]
    [InlineData("Host=db;Database=graphapi", false)]
    [InlineData("host = db", false)]
    [InlineData("Server=db", false)]
    [InlineData("Data Source=/data/Host=x.db", true)]
    public void What_is_embedded_is_what_the_database_takes_for_a_file(string connectionString, bool isEmbedded) =>
        Assert.Equal(
            isEmbedded,
            Read(isDevelopment: true, ("ConnectionStrings:Distribution", connectionString)).IsEmbedded);

    [Fact]
    public void Production_is_closed()
    {
        var options = Read(
            isDevelopment: false,
            ("ConnectionStrings:Distribution", "Host=db;Database=graphapi"),
            ("Authentication:Authority", "https://login.example"),
            ("Cursors:Keys:0", Key));

        Assert.Equal(
            (false, false, false, false),
            (options.Exploration,
                options.SeedsWhenEmpty,
                options.IsEmbedded,
                options.Authentication.UsesDevelopmentKeys));
    }

    [Theory]
    [InlineData("Transport:MaxRequestBytes", "1023", "must be a whole number from 1024 to 20480000.")]
    [InlineData("Transport:MaxRequestBytes", "20480001", "must be a whole number from 1024 to 20480000.")]
    [InlineData("Transport:MaxRequestBytes", "many", "must be a whole number from 1024 to 20480000.")]
    [InlineData("Transport:ExecutionTimeoutSeconds", "0", "must be a whole number from 1 to 300.")]
    [InlineData("Transport:RequireGetPreflight", "yes", "must be true or false.")]
    [InlineData("Transport:MaxRequestByte", "1", "there is no such setting.")]
    [InlineData("Transport:StatusProfile", "Draft", "must be one of Audit, September2026.")]
    [InlineData("Transport:StatusProfile", "1", "must be one of Audit, September2026.")]
    [InlineData("Transport:Batching:MaxOperations", "0", "must be a whole number from 1 to 1024.")]
    [InlineData("Transport:Batching:MaxOperations", "1025", "must be a whole number from 1 to 1024.")]
    [InlineData("Transport:Batching:Enable", "true", "there is no such setting.")]
    [InlineData("Transport:Batching", "true", "there is no such setting.")]
    [InlineData("Changes:RetentionDays", "0", "must be a whole number from 1 to 3650.")]
    [InlineData("Changes:LongestWaitSeconds", "31", "must be a whole number from 0 to 30.")]
    [InlineData("Changes:LongestWaitSeconds", "30", "must be less than Transport:ExecutionTimeoutSeconds, which ends who waits.")]
    [InlineData("Changes:PollSeconds", "21", "must be a whole number from 1 to 20.")]
    [InlineData("Changes:HeartbeatSeconds", "0", "must be a whole number from 1 to 300.")]
    [InlineData("Changes:Retention", "1", "there is no such setting.")]
    [InlineData("Exploration:Enabled", "1", "must be true or false.")]
    [InlineData("Authentication:ClockSkewSeconds", "301", "must be a whole number from 0 to 300.")]
    [InlineData("Authentication:Authority", "login.example", "must be an https address.")]
    [InlineData("Authentication:KeyFiles:0", "/nowhere.pem", "there is no file /nowhere.pem.")]
    [InlineData("Authentication:Secret", "x", "there is no such setting.")]
    [InlineData("Cursors:Keys", "AAAA", "key 0 must be 32 bytes in base64.")]
    public void A_setting_out_of_bounds_is_named(string key, string value, string problem) =>
        Assert.Contains($"{key.Replace(":0", "")}: {problem}", Problems(isDevelopment: true, (key, value)));

    [Fact]
    public void Transport_settings_are_read()
    {
        var transport = Read(
            isDevelopment: true,
            ("Transport:StatusProfile", "september2026"),
            ("Transport:Batching:Enabled", "true"),
            ("Transport:Batching:MaxOperations", "1024"),
            ("Transport:Compression", "false"),
            ("Transport:AllowedOrigins", "https://portal.example, http://localhost:3000")).Transport;

        Assert.Equal(["https://portal.example", "http://localhost:3000"], transport.AllowedOrigins);
        var expected = new TransportOptions
        {
            StatusProfile = StatusProfile.September2026,
            Batching = new BatchingOptions { Enabled = true, MaxOperations = 1_024 },
            Compression = false,
            AllowedOrigins = transport.AllowedOrigins,
        };
        Assert.Equal(expected, transport);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("null")]
    [InlineData("portal.example")]
    [InlineData("http://portal.example")]
    [InlineData("https://portal.example/")]
    [InlineData("https://portal.example/path")]
    [InlineData("https://Portal.example")]
    [InlineData("https://portal.example:443")]
    [InlineData("https://*.portal.example")]
    [InlineData("https://user@portal.example")]
    [InlineData("https://p\u00F6rtal.example")]
    [InlineData("file://portal")]
    public void An_origin_is_what_a_browser_sends(string origin) => Assert.Equal(
        [
            $"Transport:AllowedOrigins: {origin} is no origin as browsers write it, such as https://portal.example.",
        ],
        Problems(isDevelopment: true, ("Transport:AllowedOrigins", origin)));

    [Theory]
    [InlineData("HS256")]
    [InlineData("none")]
    [InlineData("es256")]
    public void Only_asymmetric_algorithms_can_be_allowed(string algorithm) =>
        Assert.Equal(
            [$"Authentication:Algorithms: {algorithm} is not one of "
                + "ES256, ES384, ES512, PS256, PS384, PS512, RS256, RS384, RS512."],
            Problems(isDevelopment: true, ("Authentication:Algorithms", "ES256, " + algorithm)));

    [Fact]
    public void An_authority_is_https_outside_development() => Assert.Contains(
        "Authentication:Authority: must be an https address.",
        Problems(isDevelopment: false, ("Authentication:Authority", "http://login.example")));

    [Fact]
    public void Demonstration_data_stays_out_of_production() => Assert.Contains(
        "Demonstration:SeedWhenEmpty: cannot be true outside Development.",
        Problems(isDevelopment: false, ("Demonstration:SeedWhenEmpty", "true")));

    [Fact]
    public void Cursor_keys_keep_their_order() => Assert.Equal(
        [0, 255],
        Read(
            isDevelopment: true,
            ("Cursors:Keys:0", Key),
            ("Cursors:Keys:1", Convert.ToBase64String([.. Enumerable.Repeat((byte)255, 32)])))
            .CursorKeys.Select(key => key.Span[0]));

    static IReadOnlyList<string> Problems(bool isDevelopment, params (string Key, string Value)[] settings) =>
        Assert.Throws<ConfigurationException>(() => Read(isDevelopment, settings)).Problems;

    static ServerOptions Read(bool isDevelopment, params (string Key, string Value)[] settings) => ServerOptions.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build(),
        isDevelopment);
}
