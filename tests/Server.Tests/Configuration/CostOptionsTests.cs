using GraphApi.Engine;
using GraphApi.Harness;
using GraphApi.Server.Configuration;
using Microsoft.Extensions.Configuration;

namespace GraphApi.Server.Tests.Configuration;

public sealed class CostOptionsTests
{
    const string Bounds = "must be a whole number from 1 to 1000000000.";

    [Fact]
    public void What_is_not_set_is_as_the_engine_has_it_and_no_budget()
    {
        var engine = new EngineOptions();

        var cost = Read(isDevelopment: false);

        Assert.Equal(
            (engine.MaxFieldCost, engine.MaxTypeCost, engine.EnforceCost, 0),
            (cost.MaxFieldCost, cost.MaxTypeCost, cost.Enforce, cost.BudgetPerMinute));
    }

    [Fact]
    public void What_is_set_is_taken() => Assert.Equal(
        new CostOptions { MaxFieldCost = 2_000, MaxTypeCost = 1, Enforce = false, BudgetPerMinute = 2_000 },
        Read(
            isDevelopment: true,
            ("Cost:MaxFieldCost", "2000"), ("Cost:MaxTypeCost", "1"), ("Cost:Enforce", "false"),
            ("Cost:BudgetPerMinute", "2000")));

    [Theory]
    [InlineData("Cost:MaxFieldCost", "0", Bounds)]
    [InlineData("Cost:MaxFieldCost", "1000000001", Bounds)]
    [InlineData("Cost:MaxTypeCost", "-1", Bounds)]
    [InlineData("Cost:MaxTypeCost", "much", Bounds)]
    [InlineData("Cost:BudgetPerMinute", "-1", "must be a whole number from 0 to 1000000000.")]
    [InlineData("Cost:BudgetPerMinute", "999", "must be 0 or at least Cost:MaxFieldCost (1000), or some operations can never be run.")]
    [InlineData("Cost:Enforce", "no", "must be true or false.")]
    [InlineData("Cost:Enforce", "false", "cannot be false outside Development. Set high limits instead.")]
    public void What_cannot_be_stops_the_start(string key, string value, string problem) => Assert.Equal(
        [$"{key}: {problem}"],
        Assert.Throws<ConfigurationException>(() => Read(isDevelopment: false, (key, value))).Problems);

    [Fact]
    public void A_key_that_does_not_exist_stops_the_start() => Assert.Equal(
        ["Cost:Budget: there is no such setting."],
        Assert.Throws<ConfigurationException>(() => ServerOptions.Read(
            new ConfigurationBuilder().AddInMemoryCollection([new("Cost:Budget", "1")]).Build(),
            isDevelopment: true)).Problems);

    [Fact]
    public void The_documentation_names_every_setting()
    {
        var documented = Repository.Text("docs/cost.md");
        var settings = new SettingsReader(Configuration());
        _ = CostOptions.Read(settings, isDevelopment: false);

        Assert.Equal(3, settings.Numbers.Count);
        Assert.All(settings.Numbers, number => Assert.Contains(
            $"| `{number.Key}` | {number.Default} |", documented, StringComparison.Ordinal));
    }

    static CostOptions Read(bool isDevelopment, params (string Key, string Value)[] values)
    {
        var settings = new SettingsReader(Configuration(values));
        var read = CostOptions.Read(settings, isDevelopment);
        settings.ThrowIfRefused();
        return read;
    }

    static IConfiguration Configuration(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value)))
        .Build();
}
