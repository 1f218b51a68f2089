using GraphApi.Engine.Errors;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.Tests.Language;

public class CoordinateParserTests
{
    public static TheoryData<string, SchemaCoordinate> Coordinates => new()
    {
        { "Type", new TypeCoordinate("Type") },
        { "_", new TypeCoordinate("_") },
        { "Type.field", new MemberCoordinate("Type", "field") },
        { "Type.field(arg:)", new ArgumentCoordinate("Type", "field", "arg") },
        { "@directive", new DirectiveCoordinate("directive") },
        { "@directive(arg:)", new DirectiveArgumentCoordinate("directive", "arg") },
        { "__Type.name9", new MemberCoordinate("__Type", "name9") },
        { "true.false(null:)", new ArgumentCoordinate("true", "false", "null") },
    };

    [Theory]
    [MemberData(nameof(Coordinates))]
    public void A_coordinate_is_read_and_written_back(string text, SchemaCoordinate coordinate)
    {
        Assert.Equal(coordinate, SchemaCoordinate.Parse(text));
        Assert.Equal(text, coordinate.ToString());
    }

    [Theory]
    [InlineData("", "Expected Name, found <EOF>.", 1)]
    [InlineData("@", "Expected Name, found <EOF>.", 2)]
    [InlineData("Type.", "Expected Name, found <EOF>.", 6)]
    [InlineData("Type..field", "Expected Name, found \".\".", 6)]
    [InlineData(".field", "Expected Name, found \".\".", 1)]
    [InlineData("Type(arg:)", "Expected <EOF>, found \"(\".", 5)]
    [InlineData("Type.field(arg)", "Expected \":\", found \")\".", 15)]
    [InlineData("Type.field(arg:", "Expected \")\", found <EOF>.", 16)]
    [InlineData("Type.field(:)", "Expected Name, found \":\".", 12)]
    [InlineData("Type.field(arg: value)", "Invalid character: \" \".", 16)]
    [InlineData("Type.field.deep", "Expected <EOF>, found \".\".", 11)]
    [InlineData("Type.field(arg:)x", "Expected <EOF>, found Name \"x\".", 17)]
    [InlineData("@directive.name", "Expected <EOF>, found \".\".", 11)]
    [InlineData("@directive(arg:)(b:)", "Expected <EOF>, found \"(\".", 17)]
    [InlineData("@@directive", "Expected Name, found \"@\".", 2)]
    [InlineData("Type.@field", "Expected Name, found \"@\".", 6)]
    [InlineData("9Type", "Invalid character: \"9\".", 1)]
    [InlineData(" Type", "Invalid character: \" \".", 1)]
    [InlineData("Type ", "Invalid character: \" \".", 5)]
    [InlineData("Type #", "Invalid character: \" \".", 5)]
    [InlineData("Type\n.field", "Invalid character: U+000A.", 5)]
    [InlineData("Tÿpe", "Invalid character: U+00FF.", 2)]
    [InlineData("T\ud83d\ude00", "Invalid character: U+1F600.", 2)]
    [InlineData("[Type]", "Invalid character: \"[\".", 1)]
    public void Any_other_text_is_refused_where_it_stops_being_one(string text, string message, int column)
    {
        Assert.False(SchemaCoordinate.TryParse(text, out var coordinate, out var error));

        Assert.Null(coordinate);
        Assert.Equal(
            ($"Syntax Error: {message}", ErrorCode.Syntax, new Location(1, column)),
            (error.Message, error.Code, error.Locations.Single()));
        Assert.Equal(
            $"Syntax Error: {message}",
            Assert.Throws<FormatException>(() => SchemaCoordinate.Parse(text)).Message);
    }

    [Fact]
    public void A_container_has_one_name_less()
    {
        Assert.Equal(new MemberCoordinate("A", "b"), new ArgumentCoordinate("A", "b", "c").Container);
        Assert.Equal(new TypeCoordinate("A"), new MemberCoordinate("A", "b").Container);
        Assert.Equal(new DirectiveCoordinate("a"), new DirectiveArgumentCoordinate("a", "b").Container);
        Assert.Null(new TypeCoordinate("A").Container);
        Assert.Null(new DirectiveCoordinate("a").Container);
    }
}
