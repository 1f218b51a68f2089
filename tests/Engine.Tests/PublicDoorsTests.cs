using GraphApi.Engine.Language;
using GraphApi.Engine.Tests.Validation;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.Validation;

namespace GraphApi.Engine.Tests;

/// <summary>Null where none may be is the caller's mistake, and told by the name of the parameter.</summary>
public class PublicDoorsTests
{
    static readonly Schema Schema = PetSchema.Schema;
    static readonly DocumentNode Document = new([], default);

    public static TheoryData<string, Action> Calls => new()
    {
        { "source", () => Parser.Parse(null!) },
        { "options", () => ParserLimits.Of(null!) },
        { "node", () => Printer.Print(null!) },
        { "text", () => SchemaCoordinate.Parse(null!) },
        { "text", () => Assert.False(SchemaCoordinate.TryParse(null!, out _, out _)) },
        { "schema", () => SchemaPrinter.Print(null!) },
        { "schema", () => Validator.Validate(null!, Document) },
        { "document", () => Validator.Validate(Schema, null!) },
        { "rules", () => Validator.Validate(Schema, Document, (IReadOnlyList<Rule>)null!) },
        { "schema", () => _ = new GraphQLEngine(null!) },
        { "document", () => new GraphQLEngine(Schema).Explain(null!) },
        { "coordinate", () => Schema.FindElement(null!) },
        { "reference", () => Schema.FindType(null!) },
        { "type", () => Schema.GetPossibleTypes(null!) },
        { "type", () => Schema.FindField(null!, "a") },
        { "name", () => Schema.FindField(Schema.QueryType, null!) },
        { "name", () => SchemaBuilder.Parse(null!, "") },
        { "text", () => SchemaBuilder.Parse("", null!) },
        { "document", () => new SchemaBuilder().AddDocument(null!) },
        { "name", () => new SchemaBuilder().AddSdl(null!, "") },
        { "text", () => new SchemaBuilder().AddSdl("", null!) },
        { "coercion", () => new SchemaBuilder().AddScalar(null!) },
        { "typeName", () => new SchemaBuilder().Bind(null!, "a", Binding) },
        { "fieldName", () => new SchemaBuilder().Bind("A", null!, Binding) },
        { "binding", () => new SchemaBuilder().Bind("A", "a", null!) },
        { "coordinate", () => new SchemaBuilder().BindField(null!, Binding) },
        { "typeName", () => new SchemaBuilder().BindType<object>(null!) },
        { "typeName", () => new SchemaBuilder().BindEnum<DayOfWeek>(null!) },
        { "isInternal", () => new SchemaBuilder().HideDirectives(null!) },
        { "read", () => _ = new ReadBinding<int>(null!) },
    };

    static ReadBinding<int> Binding { get; } = new(_ => 1);

    [Theory]
    [MemberData(nameof(Calls))]
    public void Null_is_refused(string parameter, Action call) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentNullException>(call).ParamName);

    [Fact]
    public async Task A_request_is_not_null() => Assert.Equal(
        "request",
        (await Assert.ThrowsAsync<ArgumentNullException>(() => new GraphQLEngine(Schema)
            .ExecuteAsync(null!, TestContext.Current.CancellationToken).AsTask())).ParamName);

    [Theory]
    [InlineData("Query")]
    [InlineData("Query.a(b:)")]
    [InlineData("@skip")]
    [InlineData("Query.")]
    public void A_binding_is_for_the_coordinate_of_a_field(string coordinate) => Assert.Equal(
        "coordinate",
        Assert.Throws<ArgumentException>(() => new SchemaBuilder().BindField(coordinate, Binding)).ParamName);

    [Fact]
    public void Without_limits_a_parser_has_those_of_the_engine()
    {
        var deep = string.Concat(Enumerable.Repeat("{ a ", 300)) + new string('}', 300);

        Assert.Equal("HC0107", Parser.Parse(deep).Error?.Code);
        Assert.True(Parser.Parse("type A { a: Int }").Succeeded);
    }
}
