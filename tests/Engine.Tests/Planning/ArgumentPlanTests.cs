using System.Text.Json;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Language;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Planning;

public class ArgumentPlanTests
{
    static readonly Schema Schema = new SchemaBuilder()
        .AddSdl("test", """
            input Point { x: Int! y: Int = 7 z: Int }
            input Pick @oneOf { id: ID name: String }
            type Query { f(a: Int, b: Int! = 2, c: Int!, p: Point, l: [Int!], k: Pick): Int g(a: Int): Int n: Int }
            """)
        .AllowUnbound()
        .Build();

    [Fact]
    public void Arguments_without_variables_are_coerced_once()
    {
        var arguments = Plan("f(c: 1, p: { x: 3 }, l: 4)").Constant;

        Assert.NotNull(arguments);
        Assert.False(arguments.TryGet("a", out _));
        Assert.Equal(2, arguments.Get<int>("b"));
        Assert.Equal(1, arguments.Get<int>("c"));
        Assert.Equal([4], arguments.Get<object?[]>("l")!);
        var point = arguments.Get<InputObject>("p")!;
        Assert.True(point.TryGet("y", out var y));
        Assert.Equal(7, y);
        Assert.False(point.TryGet("z", out _));
    }

    [Fact]
    public void A_null_that_is_given_is_not_an_argument_that_is_absent()
    {
        var arguments = Plan("g(a: null)").Constant!;

        Assert.True(arguments.TryGet("a", out var a));
        Assert.Null(a);
        Assert.False(Plan("g").Constant!.TryGet("a", out _));
    }

    [Fact]
    public void A_field_without_arguments_has_none() => Assert.Same(ArgumentPlan.None, Plan("n"));

    [Fact]
    public void Variables_are_put_in_at_each_request()
    {
        var plan = Plan("f(c: $v, p: { x: $v, z: $w }, l: [1, $v])", "$v: Int! = 5, $w: Int");

        Assert.Null(plan.Constant);
        var first = Coerce(plan, "$v: Int!, $w: Int", """{"v":1,"w":null}""");
        var second = Coerce(plan, "$v: Int!, $w: Int", """{"v":2}""");
        Assert.Equal(1, first.Get<int>("c"));
        Assert.Equal(2, second.Get<int>("c"));
        Assert.Equal([1, 2], second.Get<object?[]>("l")!);
        Assert.True(first.Get<InputObject>("p")!.TryGet("z", out var z));
        Assert.Null(z);
        Assert.False(second.Get<InputObject>("p")!.TryGet("z", out _));
    }

    [Fact]
    public void A_variable_without_value_leaves_the_argument_to_its_default()
    {
        var arguments = Coerce(Plan("f(a: $v, b: $v, c: 1)"), "$v: Int", "{}");

        Assert.False(arguments.TryGet("a", out _));
        Assert.Equal(2, arguments.Get<int>("b"));
    }

    [Theory]
    [InlineData("f(c: $v)", "$v: Int", "{}",
        "Argument \"c\" of required type \"Int!\" was provided the variable \"$v\" "
            + "which was not provided a runtime value.")]
    [InlineData("f(c: $v)", "$v: Int", """{"v":null}""", "Argument \"c\" of non-null type \"Int!\" must not be null.")]
    [InlineData("f(c: 1, b: $v)", "$v: Int = 1", """{"v":null}""",
        "Argument \"b\" of non-null type \"Int!\" must not be null.")]
    [InlineData("f(c: 1, l: [$v])", "$v: Int", "{}",
        "Argument \"l\" has invalid value [$v].")]
    [InlineData("f(c: 1, p: { x: $v })", "$v: Int = 1", """{"v":null}""",
        "Argument \"p\" has invalid value {x: $v}.")]
    [InlineData("f(c: 1, p: { x: $v })", "$v: Int", "{}",
        "Argument \"p\" has invalid value {x: $v}.")]
    [InlineData("f(c: 1, k: { id: $v })", "$v: ID", "{}",
        "Argument \"k\" has invalid value {id: $v}.")]
    [InlineData("f(c: 1, k: { id: $v, name: \"a\" })", "$v: ID", "{}",
        "Argument \"k\" has invalid value {id: $v, name: \"a\"}.")]
    [InlineData("f(c: $v, a: \"x\")", "$v: Int", """{"v":1}""",
        "Argument \"a\" has invalid value \"x\".")]
    [InlineData("f", "$v: Int", "{}", "Argument \"c\" of required type \"Int!\" was not provided.")]
    public void What_no_value_can_be_had_for_is_told(string field, string definitions, string json, string message)
    {
        var plan = Plan(field);

        Assert.Null(plan.Constant);
        Assert.False(plan.TryCoerce(Variables(definitions, json), out _, out var error));
        Assert.Equal(message, error?.Message);
    }

    static ArgumentPlan Plan(string field, string definitions = "$v: Int")
    {
        var node = (FieldNode)Operation(field, definitions).SelectionSet.Selections[0];
        return ArgumentPlan.Create(Schema.QueryType.FieldsByName[node.Name.Value].Arguments, node.Arguments);
    }

    static ArgumentValues Coerce(ArgumentPlan plan, string definitions, string json)
    {
        Assert.True(plan.TryCoerce(Variables(definitions, json), out var arguments, out var error));
        Assert.Null(error);
        return arguments;
    }

    static VariableValues Variables(string definitions, string json)
    {
        using var document = JsonDocument.Parse(json);
        var plan = VariablePlan.Create(Schema, Operation("n", definitions), new EngineOptions());
        Assert.True(plan.TryCoerce(document.RootElement, out var values, out _));
        return values;
    }

    static OperationDefinitionNode Operation(string field, string definitions)
    {
        var result = Parser.Parse($"query ({definitions}) {{ {field} }}", ParserLimits.Sdl);
        Assert.Null(result.Error);
        return (OperationDefinitionNode)result.Document!.Definitions[0];
    }
}
