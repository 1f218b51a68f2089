using GraphApi.Distribution.Access;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Distribution.Tests.Access;

public sealed class AccessRuleTests
{
    const string Directives = """
        directive @authorize(policy: String, roles: [String!]) on OBJECT | FIELD_DEFINITION
        directive @allowAnonymous on OBJECT | FIELD_DEFINITION

        """;

    [Fact]
    public void A_field_without_a_rule_is_named() =>
        Assert.Equal(
            ["Query.open has no access rule."],
            ProblemsOf("type Query { ruled: Int @allowAnonymous open: Int }"));

    [Fact]
    public void A_field_takes_the_rule_of_its_type() =>
        Assert.Empty(ProblemsOf("""type Query @authorize(policy: "STAFF_OR_STEWARD") { a: Int b: Int @allowAnonymous }"""));

    [Theory]
    [InlineData("""@authorize(policy: "NOBODY_KNOWS")""", "names the policy \"NOBODY_KNOWS\", which does not exist.")]
    [InlineData("""@authorize(roles: ["EMPEROR"])""", "names the role \"EMPEROR\", which does not exist.")]
    [InlineData("@authorize", "has a rule with neither policy nor roles.")]
    [InlineData("""@authorize(policy: "STAFF_OR_STEWARD") @allowAnonymous""", "has several access rules.")]
    public void A_rule_that_says_nothing_is_named_on_a_field_and_on_a_type(string rule, string problem)
    {
        Assert.Equal([$"Query.a {problem}"], ProblemsOf($"type Query {{ a: Int {rule} }}"));
        Assert.Equal([$"Query {problem}"], ProblemsOf($"type Query {rule} {{ a: Int }}"));
    }

    [Fact]
    public void A_policy_that_does_not_exist_is_met_by_nobody()
    {
        var rule = AccessRule.Of(SchemaOf("""type Query { a: Int @authorize(policy: "STAF") }""").QueryType.Fields[0])!;
        Assert.True(rule.Refuses);
        Assert.All(Exemplar.All, exemplar => Assert.False(rule.CanBeMetBy(exemplar.Viewer)));
    }

    [Fact]
    public void The_own_rule_of_a_field_stands_for_that_of_its_type()
    {
        var schema = SchemaOf(
            """type Query @authorize(policy: "STAFF_OR_STEWARD") { a: Int b: Int @allowAnonymous c: Int @authorize(roles: ["SUPERVISOR"]) }""");
        var fields = schema.QueryType.FieldsByName;
        Assert.Equal("STAFF_OR_STEWARD", AccessRule.Of(fields["a"])!.Policy!.Name);
        Assert.Same(AccessRule.Open, AccessRule.Of(fields["b"]));
        Assert.Equal([PersonRole.Supervisor], AccessRule.Of(fields["c"])!.Roles);
        Assert.Null(AccessRule.Of(fields["c"])!.Policy);
    }

    [Fact]
    public void Every_policy_has_one_name_and_is_used_in_the_schema()
    {
        var schema = DistributionModule.CreateSchema();
        var used = schema.Types.OfType<ObjectType>()
            .SelectMany(type => type.Fields.Select(AccessRule.Of).Append(AccessRule.Of(type)))
            .Select(rule => rule?.Policy?.Name)
            .ToHashSet();
        Assert.Equal(Policies.All.Count, Policies.ByName.Count);
        Assert.Equal([], Policies.All.Select(policy => policy.Name).Where(name => !used.Contains(name)));
    }

    [Fact]
    public void A_predicate_belongs_to_a_policy_on_fields()
    {
        var policy = Policies.ByName["STAFF_OR_STEWARD"];
        Assert.Throws<InvalidOperationException>(() =>
            policy.On<Distribution.Products.Product>((viewer, product) => viewer.IsStaff));
    }

    static IEnumerable<string> ProblemsOf(string sdl) =>
        AccessRule.Problems(SchemaOf(sdl), new HashSet<string> { "Query" });

    static Schema SchemaOf(string sdl) =>
        new SchemaBuilder().AddSdl("test.graphql", Directives + sdl).AllowUnbound().Build();
}
