using GraphApi.Distribution;
using GraphApi.Engine;
using GraphApi.Server.Configuration;
using Microsoft.Extensions.Configuration;

namespace GraphApi.Server.Tests.Configuration;

/// <summary>Each limit is configured, bounded and written down.</summary>
public sealed class LimitOptionsTests
{
    static readonly (string Key, string Value)[] Needed =
    [
        ("ConnectionStrings:Distribution", "Host=db"),
        ("Authentication:Authority", "https://login.example"),
        ("Cursors:Keys:0", Convert.ToBase64String(new byte[32])),
    ];

    public static TheoryData<string, int, int> Bounds =>
        [.. LimitTable.Rows.Select(row => (row.Key, row.Least, row.Most))];

    [Fact]
    public void The_tables_of_the_documentation_are_the_settings()
    {
        var settings = new SettingsReader(Configuration());
        _ = LimitOptions.Read(settings);
        Assert.Equal(
            settings.Numbers.Order(),
            LimitTable.Rows.Where(row => row.Key.StartsWith("Limits:", StringComparison.Ordinal))
                .Select(row => (row.Key, row.Default, row.Least, row.Most))
                .Order());
    }

    [Fact]
    public void Limits_of_other_sections_stand_in_the_tables_as_they_are()
    {
        var settings = new SettingsReader(Configuration());
        _ = TransportOptions.Read(settings);
        var told = LimitTable.Rows.Where(row => row.Key.StartsWith("Transport:", StringComparison.Ordinal))
            .Select(row => (row.Key, row.Default, row.Least, row.Most))
            .ToList();
        Assert.Subset(settings.Numbers.ToHashSet(), told.ToHashSet());
        Assert.Empty(settings.Numbers.Where(number => number.Key.StartsWith("Transport:Max", StringComparison.Ordinal))
            .Except(told));
        var paging = LimitTable.Of("Paging:MaxPageSize");
        Assert.Equal(
            (Read().MaxPageSize, 1, 1_000), (paging.Default, paging.Least, paging.Most));
    }

    [Fact]
    public void What_is_not_set_is_as_the_engine_and_the_module_have_it()
    {
        var limits = Read().Limits;
        Assert.Equal(new EngineOptions(), limits.Engine);
        var module = new DistributionOptions { ConnectionString = "", CursorKeys = [] };
        Assert.Equal(
            (module.MaxFilterDepth,
                module.MaxFilterConditions,
                module.MaxFilterValues,
                module.MaxSortFields,
                module.MaxNodes,
                module.CachedStatements),
            (limits.MaxFilterDepth,
                limits.MaxFilterConditions,
                limits.MaxFilterValues,
                limits.MaxSortFields,
                limits.MaxNodes,
                limits.CachedStatements));
    }

    [Theory]
    [MemberData(nameof(Bounds))]
    public void A_limit_can_be_set_within_its_bounds_and_a_value_beyond_stops_the_start(string key, int least, int most)
    {
        _ = Read((key, least.ToString()));
        _ = Read((key, most.ToString()));
        foreach (var value in new[] { $"{least - 1L}", $"{most + 1L}", "many", "1.5" })
        {
            var problem = Assert.Single(Assert.Throws<ConfigurationException>(() => Read((key, value))).Problems);
            Assert.Equal($"{key}: must be a whole number from {least} to {most}.", problem);
        }
    }

    [Fact]
    public void A_limit_that_does_not_exist_stops_the_start() => Assert.Equal(
        ["Limits:MaxToken: there is no such setting."],
        Assert.Throws<ConfigurationException>(() => Read(("Limits:MaxToken", "1000"))).Problems);

    [Fact]
    public void Each_limit_of_the_engine_that_is_a_number_can_be_set()
    {
        foreach (var property in typeof(EngineOptions).GetProperties().Where(p => p.PropertyType == typeof(int)))
        {
            var row = LimitTable.Of("Limits:" + property.Name);
            var engine = Read((row.Key, row.Most.ToString())).Limits.Engine;
            Assert.Equal(row.Most, property.GetValue(engine));
        }
    }

    static ServerOptions Read(params (string Key, string Value)[] settings) =>
        ServerOptions.Read(Configuration(settings), isDevelopment: false);

    static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(Needed.Concat(settings).Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
            .Build();
}
