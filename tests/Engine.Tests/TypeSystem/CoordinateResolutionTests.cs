using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.TypeSystem;

public class CoordinateResolutionTests
{
    // The example of the specification's section on schema coordinates.
    const string Sdl = """
        directive @private(scope: String!) on FIELD
        scalar DateTime
        input ReviewInput { content: String author: String businessId: String }
        interface Address { city: String }
        type User implements Address { name: String reviewCount: Int friends: [User] email: String city: String }
        type Business implements Address { name: String address: String rating: Int city: String reviews: [Review] }
        type Review { content: String author: User business: Business createdAt: DateTime }
        union Entity = User | Business | Review
        enum SearchCriteria { OPEN_NOW DELIVERS_TAKEOUT VEGETARIAN_MENU }
        type Query { searchBusiness(name: String!, criteria: SearchCriteria): Business }
        type Mutation { addReview(input: ReviewInput!): Review }
        """;

    static readonly Schema Schema = new SchemaBuilder().AddSdl("test", Sdl).AllowUnbound().Build();

    [Theory]
    [InlineData("Business", typeof(ObjectType))]
    [InlineData("User.name", typeof(Field))]
    [InlineData("Address.city", typeof(Field))]
    [InlineData("Query.searchBusiness(criteria:)", typeof(InputValue))]
    [InlineData("SearchCriteria", typeof(EnumType))]
    [InlineData("SearchCriteria.OPEN_NOW", typeof(EnumValue))]
    [InlineData("ReviewInput.content", typeof(InputValue))]
    [InlineData("Entity", typeof(UnionType))]
    [InlineData("DateTime", typeof(ScalarType))]
    [InlineData("@private", typeof(DirectiveDefinition))]
    [InlineData("@private(scope:)", typeof(InputValue))]
    [InlineData("String", typeof(ScalarType))]
    [InlineData("@deprecated(reason:)", typeof(InputValue))]
    public void A_coordinate_finds_the_one_element_that_has_it(string coordinate, Type kind)
    {
        var element = Schema.FindElement(SchemaCoordinate.Parse(coordinate));

        Assert.Equal(kind, element?.GetType());
        Assert.Equal(coordinate, element?.Coordinate);
    }

    [Theory]
    [InlineData("Nothing")]
    [InlineData("Business.owner")]
    [InlineData("ReviewInput.stars")]
    [InlineData("SearchCriteria.CLOSED")]
    [InlineData("Query.searchBusiness(first:)")]
    [InlineData("@public")]
    [InlineData("@private(when:)")]
    [InlineData("Business.__typename")]
    [InlineData("Query.__schema")]
    [InlineData("__Type")]
    public void What_its_container_does_not_have_is_null(string coordinate) =>
        Assert.Null(Schema.FindElement(SchemaCoordinate.Parse(coordinate)));

    [Theory]
    [InlineData("Nothing.name", "Expected \"Nothing\" to be defined as a type in the schema.")]
    [InlineData("Nothing.name(a:)", "Expected \"Nothing\" to be defined as a type in the schema.")]
    [InlineData("__Type.name", "Expected \"__Type\" to be defined as a type in the schema.")]
    [InlineData("Entity.User", "Expected \"Entity\" to be an Enum, Input Object, Object or Interface type.")]
    [InlineData("DateTime.year", "Expected \"DateTime\" to be an Enum, Input Object, Object or Interface type.")]
    [InlineData("ReviewInput.content(a:)", "Expected \"ReviewInput\" to be an object type or interface type.")]
    [InlineData("SearchCriteria.OPEN_NOW(a:)", "Expected \"SearchCriteria\" to be an object type or interface type.")]
    [InlineData("Query.gone(a:)", "Expected \"gone\" to exist as a field of type \"Query\" in the schema.")]
    [InlineData("Query.__type(name:)", "Expected \"__type\" to exist as a field of type \"Query\" in the schema.")]
    [InlineData("@public(scope:)", "Expected \"public\" to be defined as a directive in the schema.")]
    public void What_cannot_contain_it_is_an_error(string coordinate, string message)
    {
        var error = Assert.Throws<ArgumentException>(() => Schema.FindElement(SchemaCoordinate.Parse(coordinate)));

        Assert.Equal($"{message} (Parameter 'coordinate')", error.Message);
    }

    [Fact]
    public void Every_element_is_found_by_its_coordinate_and_none_twice()
    {
        IEnumerable<ISchemaElement> elements =
        [
            .. Schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)),
            .. Schema.Directives,
            .. Schema.Directives.SelectMany(directive => directive.Arguments),
            .. Schema.Types.OfType<EnumType>().Where(type => type.Name[0] != '_').SelectMany(type => type.Values),
            .. Schema.Types.OfType<InputObjectType>().SelectMany(type => type.Fields),
            .. Fields,
            .. Fields.SelectMany(field => field.Arguments),
        ];

        Assert.All(elements, e => Assert.Same(e, Schema.FindElement(SchemaCoordinate.Parse(e.Coordinate))));
        Assert.Equal(elements.Count(), elements.Select(element => element.Coordinate).Distinct().Count());
    }

    static IEnumerable<Field> Fields => Schema.Types.OfType<ComplexType>()
        .Where(type => type.Name[0] != '_')
        .SelectMany(type => type.Fields);
}
