using System.Text.Json.Nodes;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Introspection;

public class IntrospectionSchemaTests
{
    const string Sdl = """
        "Whole." schema { query: Query subscription: Events }
        directive @mark(x: Int = 1, y: Int @deprecated) repeatable on FIELD | OBJECT
        directive @rule(of: Level) on OBJECT
        enum Level { HIGH }
        interface Node { id: ID! }
        "A query." type Query implements Node @rule(of: HIGH) {
          id: ID!
          "Old." old: [Int!] @deprecated(reason: "gone")
          new(a: Int = 5, b: In @deprecated): Any
        }
        type Events { e: Int }
        union Any = Query | Events
        enum Color { RED BLUE @deprecated }
        input In { c: Color = RED d: [String!]! = ["x"] e: Int @deprecated(reason: "no") }
        input Pick @oneOf { a: Int b: Int }
        scalar Time @specifiedBy(url: "https://example.org/time")
        """;

    static readonly Schema Schema = new SchemaBuilder()
        .AddSdl("test", Sdl)
        .AllowUnbound()
        .HideDirectives(name => name == "rule")
        .Build();

    [Fact]
    public Task The_schema_tells_its_roots() => AssertAsync(
        "{ __schema { description queryType { name } mutationType { name } subscriptionType { name } } }",
        """
        {"__schema":{"description":"Whole.","queryType":{"name":"Query"},"mutationType":null,
        "subscriptionType":{"name":"Events"}}}
        """);

    [Fact]
    public Task Types_stand_in_the_order_of_the_source_and_those_of_internal_directives_are_hidden() => AssertAsync(
        "{ __schema { types { name } } }",
        """
        {"__schema":{"types":[{"name":"Node"},{"name":"Query"},{"name":"Events"},{"name":"Any"},{"name":"Color"},
        {"name":"In"},{"name":"Pick"},{"name":"Time"},{"name":"String"},{"name":"Int"},{"name":"Boolean"},
        {"name":"ID"},{"name":"__Schema"},{"name":"__Type"},{"name":"__TypeKind"},{"name":"__Field"},
        {"name":"__InputValue"},{"name":"__EnumValue"},{"name":"__Directive"},{"name":"__DirectiveLocation"}]}}
        """);

    [Fact]
    public Task A_hidden_type_is_a_type_that_is_not_there() => AssertAsync(
        "{ a: __type(name: \"Level\") { name } b: __type(name: \"\") { name } c: __type(name: \"Color\") { name } }",
        """{"a":null,"b":null,"c":{"name":"Color"}}""");

    [Fact]
    public Task A_type_is_found_by_a_name_in_a_variable() => AssertAsync(
        "query ($n: String! = \"Int\") { __type(name: $n) { kind name } }",
        """{"__type":{"kind":"SCALAR","name":"Int"}}""");

    [Fact]
    public Task Deprecated_parts_are_left_out_where_they_are_not_asked_for() => AssertAsync(
        """
        {
          q: __type(name: "Query") {
            some: fields { name args { name } }
            all: fields(includeDeprecated: true) {
              name isDeprecated deprecationReason args(includeDeprecated: true) { name isDeprecated }
            }
          }
          c: __type(name: "Color") { some: enumValues { name } all: enumValues(includeDeprecated: true) {
            name isDeprecated deprecationReason } }
          i: __type(name: "In") { some: inputFields { name } all: inputFields(includeDeprecated: true) {
            name isDeprecated deprecationReason } }
        }
        """,
        """
        {"q":{"some":[{"name":"id","args":[]},{"name":"new","args":[{"name":"a"}]}],
        "all":[{"name":"id","isDeprecated":false,"deprecationReason":null,"args":[]},
        {"name":"old","isDeprecated":true,"deprecationReason":"gone","args":[]},
        {"name":"new","isDeprecated":false,"deprecationReason":null,"args":[
        {"name":"a","isDeprecated":false},{"name":"b","isDeprecated":true}]}]},
        "c":{"some":[{"name":"RED"}],"all":[{"name":"RED","isDeprecated":false,"deprecationReason":null},
        {"name":"BLUE","isDeprecated":true,"deprecationReason":"No longer supported"}]},
        "i":{"some":[{"name":"c"},{"name":"d"}],"all":[{"name":"c","isDeprecated":false,"deprecationReason":null},
        {"name":"d","isDeprecated":false,"deprecationReason":null},
        {"name":"e","isDeprecated":true,"deprecationReason":"no"}]}}
        """);

    [Fact]
    public Task What_a_kind_of_type_does_not_have_is_null() => AssertAsync(
        """
        {
          t: __type(name: "Time") { ...All } o: __type(name: "Query") { ...All } u: __type(name: "Any") { ...All }
          n: __type(name: "Node") { ...All } e: __type(name: "Level") { name } p: __type(name: "Pick") { ...All }
        }
        fragment All on __Type {
          kind specifiedByURL isOneOf fields { name } interfaces { name } possibleTypes { name } enumValues { name }
          inputFields { name } ofType { name }
        }
        """,
        """
        {"t":{"kind":"SCALAR","specifiedByURL":"https://example.org/time","isOneOf":null,"fields":null,
        "interfaces":null,"possibleTypes":null,"enumValues":null,"inputFields":null,"ofType":null},
        "o":{"kind":"OBJECT","specifiedByURL":null,"isOneOf":null,"fields":[{"name":"id"},{"name":"new"}],
        "interfaces":[{"name":"Node"}],"possibleTypes":null,"enumValues":null,"inputFields":null,"ofType":null},
        "u":{"kind":"UNION","specifiedByURL":null,"isOneOf":null,"fields":null,
        "interfaces":null,"possibleTypes":[{"name":"Query"},{"name":"Events"}],"enumValues":null,
        "inputFields":null,"ofType":null},
        "n":{"kind":"INTERFACE","specifiedByURL":null,"isOneOf":null,"fields":[{"name":"id"}],
        "interfaces":[],"possibleTypes":[{"name":"Query"}],"enumValues":null,"inputFields":null,"ofType":null},
        "e":null,
        "p":{"kind":"INPUT_OBJECT","specifiedByURL":null,"isOneOf":true,"fields":null,
        "interfaces":null,"possibleTypes":null,"enumValues":null,"inputFields":[{"name":"a"},{"name":"b"}],
        "ofType":null}}
        """);

    [Fact]
    public Task Wrapped_types_are_unwrapped_one_by_one_and_defaults_are_literals() => AssertAsync(
        """
        { __type(name: "In") { isOneOf inputFields { defaultValue type { kind name ofType { kind name ofType {
          kind name ofType { kind name ofType { name } } } } } } } }
        """,
        """
        {"__type":{"isOneOf":false,"inputFields":[
        {"defaultValue":"RED","type":{"kind":"ENUM","name":"Color","ofType":null}},
        {"defaultValue":"[\u0022x\u0022]","type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"LIST","name":null,
        "ofType":{"kind":"NON_NULL","name":null,"ofType":{"kind":"SCALAR","name":"String","ofType":null}}}}}]}}
        """);

    [Fact]
    public Task Directives_are_told_but_internal_ones() => AssertAsync(
        "{ __schema { directives { name isRepeatable locations args { name defaultValue } } } }",
        """
        {"__schema":{"directives":[
        {"name":"mark","isRepeatable":true,"locations":["FIELD","OBJECT"],"args":[{"name":"x","defaultValue":"1"}]},
        {"name":"skip","isRepeatable":false,"locations":["FIELD","FRAGMENT_SPREAD","INLINE_FRAGMENT"],
        "args":[{"name":"if","defaultValue":null}]},
        {"name":"include","isRepeatable":false,"locations":["FIELD","FRAGMENT_SPREAD","INLINE_FRAGMENT"],
        "args":[{"name":"if","defaultValue":null}]},
        {"name":"deprecated","isRepeatable":false,
        "locations":["FIELD_DEFINITION","ARGUMENT_DEFINITION","INPUT_FIELD_DEFINITION","ENUM_VALUE"],
        "args":[{"name":"reason","defaultValue":"\u0022No longer supported\u0022"}]},
        {"name":"specifiedBy","isRepeatable":false,"locations":["SCALAR"],
        "args":[{"name":"url","defaultValue":null}]},
        {"name":"oneOf","isRepeatable":false,"locations":["INPUT_OBJECT"],"args":[]}]}}
        """);

    [Fact]
    public Task Introspection_introspects_itself() => AssertAsync(
        """
        {
          __typename
          __schema { __typename queryType { __typename fields { __typename } } }
          __type(name: "__Type") { name fields { args { name type { kind } defaultValue } } }
        }
        """,
        """
        {"__typename":"Query",
        "__schema":{"__typename":"__Schema","queryType":{"__typename":"__Type","fields":[
        {"__typename":"__Field"},{"__typename":"__Field"}]}},
        "__type":{"name":"__Type","fields":[{"args":[]},{"args":[]},{"args":[]},{"args":[]},
        {"args":[{"name":"includeDeprecated","type":{"kind":"NON_NULL"},"defaultValue":"false"}]},
        {"args":[]},{"args":[]},
        {"args":[{"name":"includeDeprecated","type":{"kind":"NON_NULL"},"defaultValue":"false"}]},
        {"args":[{"name":"includeDeprecated","type":{"kind":"NON_NULL"},"defaultValue":"false"}]},
        {"args":[]},{"args":[]}]}}
        """);

    [Fact]
    public async Task What_tools_ask_is_answered_without_errors()
    {
        var response = await IntrospectionRun.OfAsync(Schema, IntrospectionDocument.Text);

        Assert.Equal(["data"], response.AsObject().Select(entry => entry.Key));
        Assert.Equal(
            Schema.ClientTypes.Select(type => type.Name),
            response["data"]!["__schema"]!["types"]!.AsArray().Select(type => type!["name"]!.GetValue<string>()));
    }

    static async Task AssertAsync(string document, string data)
    {
        var response = await IntrospectionRun.OfAsync(Schema, document);
        var expected = new JsonObject { ["data"] = JsonNode.Parse(data) };

        Assert.Equal(expected.ToJsonString(), response.ToJsonString());
    }
}
