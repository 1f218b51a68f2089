using GraphApi.Engine.Execution;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Execution;

public class LiteralCoercionTests
{
    static readonly Schema Schema = new SchemaBuilder()
        .AddSdl("test", """
            enum Color { RED DARK_BLUE }
            enum Plain { A }
            input Point { x: Int! y: Int = 7 next: Point tags: [String!] }
            input Pick @oneOf { id: ID name: String }
            type Query { a(c: Color, p: Plain, o: Point, k: Pick, f: Float): Int b: Boolean }
            """)
        .BindEnum<Color>("Color")
        .AllowUnbound()
        .Build();

    [Theory]
    [InlineData("Int", "5", 5)]
    [InlineData("Int!", "5", 5)]
    [InlineData("Int", "null", null)]
    [InlineData("Float", "5", 5.0)]
    [InlineData("ID", "5", "5")]
    [InlineData("Color", "DARK_BLUE", Color.DarkBlue)]
    [InlineData("Plain", "A", "A")]
    public void A_value_of_the_type_is_coerced(string type, string literal, object? expected) =>
        Assert.Equal(expected, Coerce(type, literal));

    [Theory]
    [InlineData("[Int]", "[1, null, 2]", "[1, null, 2]")]
    [InlineData("[Int]", "1", "[1]")]
    [InlineData("[Int]", "null", "null")]
    [InlineData("[[Int]]", "1", "[[1]]")]
    [InlineData("[[Int]]", "[1, [2], null]", "[[1], [2], null]")]
    [InlineData("[Int!]!", "[]", "[]")]
    public void Lists_are_coerced_and_single_values_stand_for_lists(string type, string literal, string expected) =>
        Assert.Equal(expected, Show(Coerce(type, literal)));

    [Theory]
    [InlineData("{ x: 1 }", "{x: 1, y: 7}")]
    [InlineData("{ x: 1, y: null, tags: \"a\" }", "{x: 1, y: null, tags: [a]}")]
    [InlineData("{ next: { x: 2 }, x: 1 }", "{x: 1, y: 7, next: {x: 2, y: 7}}")]
    public void Input_objects_tell_absent_from_null_and_take_defaults(string literal, string expected) =>
        Assert.Equal(expected, Show(Coerce("Point", literal)));

    [Fact]
    public void One_of_the_fields_is_given() => Assert.Equal("{id: 1}", Show(Coerce("Pick!", "{ id: 1 }")));

    [Theory]
    [InlineData("Int!", "null", "Expected value of type \"Int!\", found null.")]
    [InlineData("[Int!]", "[1, null]", "Expected value of type \"Int!\", found null.")]
    [InlineData("[Int]", "[1, \"a\"]", "Int cannot represent non-integer value: \"a\"")]
    [InlineData("Int", "[1]", "Int cannot represent non-integer value: [1]")]
    [InlineData("[Int]", "[[1]]", "Int cannot represent non-integer value: [1]")]
    [InlineData("Color", "GREEN", "Value \"GREEN\" does not exist in \"Color\" enum.")]
    [InlineData("Color", "\"RED\"", "Enum \"Color\" cannot represent non-enum value: \"RED\".")]
    [InlineData("Point", "[]", "Expected value of type \"Point\", found [].")]
    [InlineData("Point", "{}", "Field \"Point.x\" of required type \"Int!\" was not provided.")]
    [InlineData("Point", "{ x: null }", "Expected value of type \"Int!\", found null.")]
    [InlineData("Point", "{ x: 1, z: 1 }", "Field \"z\" is not defined by type \"Point\".")]
    [InlineData("Point", "{ x: 1, x: 2 }", "There can be only one input field named \"x\".")]
    [InlineData("Pick", "{}", "Exactly one key must be specified for OneOf type \"Pick\".")]
    [InlineData("Pick", "{ id: 1, name: null }", "Exactly one key must be specified for OneOf type \"Pick\".")]
    [InlineData("Pick", "{ id: null }", "Field \"Pick.id\" must be non-null.")]
    [InlineData("Int", "$v", "Variable \"$v\" cannot stand here, where the value must be constant.")]
    [InlineData("[Int]", "[$v]", "Variable \"$v\" cannot stand here, where the value must be constant.")]
    public void Others_are_refused(string type, string literal, string message)
    {
        Assert.False(LiteralCoercion.TryCoerce(Literal(literal), Type(type), null, out var value, out var error));
        Assert.Null(value);
        Assert.Equal(message, error);
    }

    [Fact]
    public void A_value_in_a_message_is_cut()
    {
        var literal = $"\"{new string('a', ValueText.MaxLength - 2)}\\u{{1F600}}bc\"";

        Assert.False(LiteralCoercion.TryCoerce(Literal(literal), Type("Int"), null, out _, out var error));
        Assert.Equal($"Int cannot represent non-integer value: \"{new string('a', ValueText.MaxLength - 2)}...", error);
    }

    static object? Coerce(string type, string literal)
    {
        Assert.True(LiteralCoercion.TryCoerce(Literal(literal), Type(type), null, out var value, out var error), error);
        return value;
    }

    static string Show(object? value) => value switch
    {
        null => "null",
        object?[] list => $"[{string.Join(", ", list.Select(Show))}]",
        InputObject input => $"{{{string.Join(", ", input.Type.Fields
            .Where(field => input.TryGet(field, out _))
            .Select(field => $"{field.Name}: {Show(input.TryGet(field, out var item) ? item : null)}"))}}}",
        _ => value.ToString()!,
    };

    static ValueNode Literal(string literal)
    {
        var (value, error) = Parser.ParseValue(literal, ParserLimits.Sdl);
        Assert.Null(error);
        return value!;
    }

    static GraphQLType Type(string type)
    {
        var (node, error) = Parser.ParseType(type, ParserLimits.Sdl);
        Assert.Null(error);
        return Schema.FindType(node!)!;
    }

    public enum Color
    {
        Red,
        DarkBlue,
    }
}
