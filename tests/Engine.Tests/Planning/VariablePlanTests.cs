using System.Text.Json;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Language;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Planning;

public class VariablePlanTests
{
    static readonly Schema Schema = new SchemaBuilder()
        .AddSdl("test", """
            scalar DateTime
            enum Color { RED DARK_BLUE }
            input Point { x: Int! y: Int = 7 label: String tags: [String!] next: Point }
            input Pick @oneOf { id: ID name: String }
            type Query { a(d: DateTime, c: Color, p: Point, k: Pick): Int f: Float }
            """)
        .BindEnum<Color>("Color")
        .AllowUnbound()
        .Build();

    [Theory]
    [InlineData("$v: Int", """{"v":5}""", 5)]
    [InlineData("$v: Int", """{"v":5.0}""", 5)]
    [InlineData("$v: Float", """{"v":5}""", 5.0)]
    [InlineData("$v: String", """{"v":"a"}""", "a")]
    [InlineData("$v: ID", """{"v":5}""", "5")]
    [InlineData("$v: ID!", """{"v":"5"}""", "5")]
    [InlineData("$v: Boolean", """{"v":true}""", true)]
    [InlineData("$v: Color", """{"v":"DARK_BLUE"}""", Color.DarkBlue)]
    [InlineData("$v: Color! = RED", "{}", Color.Red)]
    [InlineData("$v: Int = 3", """{"v":null}""", null)]
    [InlineData("$v: Int", """{"v":1,"v":2,"other":{"a":[]}}""", 2)]
    public void A_value_that_fits_is_coerced(string definition, string json, object? expected)
    {
        var values = Coerce(definition, json);

        Assert.True(values.TryGet("v", out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    public void A_variable_without_value_and_default_is_absent(string json)
    {
        var values = Coerce("$v: Int, $w: Int = null", json);

        Assert.False(values.TryGet("v", out _));
        Assert.True(values.TryGet("w", out var w));
        Assert.Null(w);
    }

    [Fact]
    public void Undefined_variables_are_none()
    {
        Assert.True(Plan("$v: Int = 1").TryCoerce(default, out var values, out var errors));
        Assert.Empty(errors);
        Assert.True(values.TryGet("v", out var v));
        Assert.Equal(1, v);
    }

    [Fact]
    public void A_single_value_stands_for_a_list_of_it()
    {
        Assert.True(Coerce("$v: [[Int]]", """{"v":1}""").TryGet("v", out var value));
        Assert.Equal([new object?[] { 1 }], Assert.IsType<object?[]>(value));
        Assert.True(Coerce("$v: [Int]", """{"v":[1,null]}""").TryGet("v", out value));
        Assert.Equal([1, null], Assert.IsType<object?[]>(value));
    }

    [Fact]
    public void An_input_object_tells_absent_from_null_and_takes_defaults()
    {
        Assert.True(Coerce("$v: Point", """{"v":{"x":1,"label":null}}""").TryGet("v", out var value));

        var point = Assert.IsType<InputObject>(value);
        Assert.True(point.TryGet("x", out var x));
        Assert.Equal(1, x);
        Assert.True(point.TryGet("y", out var y));
        Assert.Equal(7, y);
        Assert.True(point.TryGet("label", out var label));
        Assert.Null(label);
        Assert.False(point.TryGet("tags", out _));
        Assert.False(point.TryGet("unheard of", out _));
    }

    [Fact]
    public void A_time_is_read_as_an_instant()
    {
        Assert.True(Coerce("$v: DateTime", """{"v":"2025-11-22T12:00:00+02:00"}""").TryGet("v", out var value));
        Assert.Equal(new DateTime(2025, 11, 22, 10, 0, 0, DateTimeKind.Utc), value);
        Assert.Equal(DateTimeKind.Utc, ((DateTime)value!).Kind);
    }

    [Theory]
    [InlineData("$v: Int!", "{}", "Variable \"$v\" of required type \"Int!\" was not provided.")]
    [InlineData("$v: Int!", """{"v":null}""", "Variable \"$v\" of non-null type \"Int!\" must not be null.")]
    [InlineData("$v: Int! = 1", """{"v":null}""", "Variable \"$v\" of non-null type \"Int!\" must not be null.")]
    [InlineData(
        "$v: Int",
        """{"v":"5"}""",
        "Variable \"$v\" got invalid value \"5\"; Int cannot represent non-integer value: \"5\"")]
    [InlineData(
        "$v: Int",
        """{"v":2147483648}""",
        "Variable \"$v\" got invalid value 2147483648; "
            + "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData(
        "$v: String",
        """{"v":"\ud800"}""",
        "Variable \"$v\" got invalid value \"\\ud800\"; String cannot represent a non string value: \"\\ud800\"")]
    [InlineData(
        "$v: Color",
        """{"v":"GREEN"}""",
        "Variable \"$v\" got invalid value \"GREEN\"; Value \"GREEN\" does not exist in \"Color\" enum. "
            + "Did you mean the enum value \"RED\"?")]
    [InlineData(
        "$v: Color",
        """{"v":1}""",
        "Variable \"$v\" got invalid value 1; Enum \"Color\" cannot represent non-string value: 1.")]
    [InlineData(
        "$v: [Int!]",
        """{"v":[1,null]}""",
        "Variable \"$v\" got invalid value null at \"v[1]\"; Expected non-nullable type \"Int!\" not to be null.")]
    [InlineData(
        "$v: Point",
        """{"v":[]}""",
        "Variable \"$v\" got invalid value []; Expected type \"Point\" to be an object.")]
    [InlineData(
        "$v: Point",
        """{"v":{"next":{"x":1,"tags":["a",1]},"x":1}}""",
        "Variable \"$v\" got invalid value 1 at \"v.next.tags[1]\"; String cannot represent a non string value: 1")]
    [InlineData(
        "$v: Point",
        """{"v":{"y":1}}""",
        "Variable \"$v\" got invalid value { y: 1 }; "
            + "Field \"x\" of required type \"Int!\" was not provided.")]
    [InlineData(
        "$v: Point",
        """{"v":{"x":1,"z":1}}""",
        "Variable \"$v\" got invalid value { x: 1, z: 1 }; Field \"z\" is not defined by type \"Point\". "
            + "Did you mean \"x\" or \"y\"?")]
    [InlineData(
        "$v: Pick",
        "{\"v\":{}}",
        "Variable \"$v\" got invalid value {}; Exactly one key must be specified for OneOf type \"Pick\".")]
    [InlineData(
        "$v: [Pick]",
        """{"v":[{"id":"1"},{"id":null}]}""",
        "Variable \"$v\" got invalid value null at \"v[1].id\"; Field \"id\" must be non-null.")]
    [InlineData(
        "$v: Pick",
        """{"v":{"id":"1","name":null}}""",
        "Variable \"$v\" got invalid value { id: \"1\", name: null }; "
            + "Exactly one key must be specified for OneOf type \"Pick\".")]
    public void A_value_that_does_not_fit_is_refused(string definition, string json, string message)
    {
        var error = Assert.Single(Errors(definition, json));

        Assert.Equal(message, error.Message);
        Assert.Equal(ErrorCode.VariableInvalid, error.Code);
        Assert.Equal([new Location(1, 8)], error.Locations);
    }

    [Fact]
    public void Every_variable_that_does_not_fit_is_told()
    {
        var errors = Errors("$a: Int!, $b: Point", """{"b":{"x":"","q":1}}""");

        Assert.Equal(
            [
                "Variable \"$b\" got invalid value \"\" at \"b.x\"; Int cannot represent non-integer value: \"\"",
                "Variable \"$b\" got invalid value { x: \"\", q: 1 }; Field \"q\" is not defined by type \"Point\". "
                    + "Did you mean \"x\" or \"y\"?",
                "Variable \"$a\" of required type \"Int!\" was not provided.",
            ],
            errors.Select(error => error.Message));
    }

    [Fact]
    public void Errors_are_bounded_in_number_and_length()
    {
        var errors = Errors("$v: [Int]", $$"""{"v":[{{string.Join(',', Enumerable.Repeat("\"x\"", 1000))}}]}""");

        Assert.Equal(JsonCoercion.MaxErrors + 1, errors.Count);
        Assert.Equal(
            "Too many errors processing variables, error limit reached. Execution aborted.",
            errors[^1].Message);
        Assert.InRange(Errors("$v: Int", $$"""{"v":"{{new string('x', 10_000)}}"}""")[0].Message.Length, 1_000, 2_200);
    }

    [Fact]
    public void More_values_than_allowed_are_the_only_error()
    {
        Assert.True(
            Coerce("$v: [Int]", $$"""{"v":[{{string.Join(',', Enumerable.Repeat("1", 9_999))}}]}""").TryGet("v", out _));
        var error = Assert.Single(
            Errors("$v: [Int]", $$"""{"v":["x",{{string.Join(',', Enumerable.Repeat("1", 9_999))}}]}"""));

        Assert.Equal("Variables hold more than 10000 values. Send fewer, in several requests.", error.Message);
        Assert.Equal((ErrorCode.DocumentTooComplex, "MaxVariableValues"), (error.Code, error.Extensions?["limit"]));
    }

    [Fact]
    public void Variables_of_other_operations_do_not_count() => Assert.True(
        Coerce("$v: Int", $$"""{"w":[{{string.Join(',', Enumerable.Repeat("1", 20_000))}}],"v":1}""").TryGet("v", out _));

    [Fact]
    public void A_large_value_is_not_copied_for_each_of_its_errors()
    {
        var members = string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"unknown{i}\":1"));
        using var document = JsonDocument.Parse($$$"""{"v":{{{{members}}}}}""");
        var plan = Plan("$v: Point");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.False(plan.TryCoerce(document.RootElement, out _, out var errors));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(JsonCoercion.MaxErrors + 1, errors.Count);
        Assert.InRange(allocated, 0, 1_000_000);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"a\"")]
    public void Variables_must_be_an_object(string json)
    {
        var error = Assert.Single(Errors("$v: Int", json));

        Assert.Equal("Variables must be a JSON object.", error.Message);
        Assert.Equal(ErrorCode.VariableInvalid, error.Code);
    }

    [Fact]
    public void Names_that_are_no_text_are_of_unknown_variables_and_fields()
    {
        Assert.False(Coerce("$v: Int", """{"\ud800":1}""").TryGet("v", out _));
        Assert.Equal(
            "Variable \"$v\" got invalid value { x: 1, : 1 }; Field \"\" is not defined by type \"Point\". "
                + "Did you mean \"x\" or \"y\"?",
            Assert.Single(Errors("$v: Point", """{"v":{"x":1,"\ud800":1}}""")).Message);
    }

    static VariablePlan Plan(string definitions)
    {
        var result = Parser.Parse($"query ({definitions}) {{ f }}", ParserLimits.Sdl);
        Assert.Null(result.Error);
        return VariablePlan.Create(
            Schema, (OperationDefinitionNode)result.Document!.Definitions[0], new EngineOptions());
    }

    static VariableValues Coerce(string definitions, string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.True(Plan(definitions).TryCoerce(document.RootElement, out var values, out var errors));
        Assert.Empty(errors);
        return values;
    }

    static IReadOnlyList<GraphQLError> Errors(string definitions, string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.False(Plan(definitions).TryCoerce(document.RootElement, out var values, out var errors));
        Assert.Same(VariableValues.None, values);
        return errors;
    }

    public enum Color
    {
        Red,
        DarkBlue,
    }
}
