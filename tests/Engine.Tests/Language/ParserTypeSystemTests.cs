using GraphApi.Engine.Errors;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.Tests.Language;

public sealed class ParserTypeSystemTests
{
    static void Reads(string source, string tree) =>
        Assert.Equal($"(Document [{tree}])", Tree.Show(Tree.Parse(source)));

    [Theory]
    [InlineData("schema @a { query: Q mutation: M subscription: S }",
        "(SchemaDefinition - False [(Directive a [])] [(OperationTypeDefinition Query (NamedType Q))"
        + " (OperationTypeDefinition Mutation (NamedType M)) (OperationTypeDefinition Subscription (NamedType S))])")]
    [InlineData("\"s\" schema { query: Q }",
        "(SchemaDefinition (StringValue 's' False) False [] [(OperationTypeDefinition Query (NamedType Q))])")]
    [InlineData("extend schema @a", "(SchemaDefinition - True [(Directive a [])] [])")]
    [InlineData("extend schema { mutation: M }",
        "(SchemaDefinition - True [] [(OperationTypeDefinition Mutation (NamedType M))])")]
    [InlineData("\"d\" scalar A @b(c: 1)",
        "(ScalarTypeDefinition (StringValue 'd' False) False A [(Directive b [(Argument c (IntValue '1'))])])")]
    [InlineData("extend scalar A @b", "(ScalarTypeDefinition - True A [(Directive b [])])")]
    public void Schemas_and_scalars_are_read(string source, string tree) => Reads(source, tree);

    [Theory]
    [InlineData("type A", "(ObjectTypeDefinition - False A [] [] [])")]
    [InlineData("type A implements & B & C @d",
        "(ObjectTypeDefinition - False A [(NamedType B) (NamedType C)] [(Directive d [])] [])")]
    [InlineData("type A implements B { c: D }",
        "(ObjectTypeDefinition - False A [(NamedType B)] [] [(FieldDefinition - c [] (NamedType D) [])])")]
    [InlineData("type A { \"c\" c(\"d\" d: D! = {x: 1} @e, f: [F]): G! @h }",
        "(ObjectTypeDefinition - False A [] [] [(FieldDefinition (StringValue 'c' False) c"
        + " [(InputValueDefinition (StringValue 'd' False) d (NonNullType (NamedType D))"
        + " (ObjectValue [(ObjectField x (IntValue '1'))]) [(Directive e [])])"
        + " (InputValueDefinition - f (ListType (NamedType F)) - [])]"
        + " (NonNullType (NamedType G)) [(Directive h [])])])")]
    [InlineData("extend type A implements B", "(ObjectTypeDefinition - True A [(NamedType B)] [] [])")]
    [InlineData("extend type A @b", "(ObjectTypeDefinition - True A [] [(Directive b [])] [])")]
    [InlineData("extend type A { b: C }",
        "(ObjectTypeDefinition - True A [] [] [(FieldDefinition - b [] (NamedType C) [])])")]
    [InlineData("\"\"\"i\"\"\" interface I implements J & K @l { m: N }",
        "(InterfaceTypeDefinition (StringValue 'i' True) False I [(NamedType J) (NamedType K)] [(Directive l [])]"
        + " [(FieldDefinition - m [] (NamedType N) [])])")]
    [InlineData("interface I", "(InterfaceTypeDefinition - False I [] [] [])")]
    [InlineData("extend interface I implements J", "(InterfaceTypeDefinition - True I [(NamedType J)] [] [])")]
    public void Objects_and_interfaces_are_read(string source, string tree) => Reads(source, tree);

    [Theory]
    [InlineData("union U = A", "(UnionTypeDefinition - False U [] [(NamedType A)])")]
    [InlineData("\"u\" union U @d = | A | B",
        "(UnionTypeDefinition (StringValue 'u' False) False U [(Directive d [])] [(NamedType A) (NamedType B)])")]
    [InlineData("union U", "(UnionTypeDefinition - False U [] [])")]
    [InlineData("extend union U = A", "(UnionTypeDefinition - True U [] [(NamedType A)])")]
    [InlineData("extend union U @d", "(UnionTypeDefinition - True U [(Directive d [])] [])")]
    [InlineData("enum E { A \"b\" B @c }",
        "(EnumTypeDefinition - False E [] [(EnumValueDefinition - A [])"
        + " (EnumValueDefinition (StringValue 'b' False) B [(Directive c [])])])")]
    [InlineData("enum E @a", "(EnumTypeDefinition - False E [(Directive a [])] [])")]
    [InlineData("extend enum E { A }", "(EnumTypeDefinition - True E [] [(EnumValueDefinition - A [])])")]
    [InlineData("input I @oneOf { a: A = B @c }",
        "(InputObjectTypeDefinition - False I [(Directive oneOf [])]"
        + " [(InputValueDefinition - a (NamedType A) (EnumValue 'B') [(Directive c [])])])")]
    [InlineData("extend input I @a", "(InputObjectTypeDefinition - True I [(Directive a [])] [])")]
    public void Unions_enums_and_inputs_are_read(string source, string tree) => Reads(source, tree);

    [Theory]
    [InlineData("directive @a on FIELD", "(DirectiveDefinition - a [] False [FIELD])")]
    [InlineData("\"d\" directive @a(b: C = 1) repeatable on | FIELD | ENUM_VALUE",
        "(DirectiveDefinition (StringValue 'd' False) a"
        + " [(InputValueDefinition - b (NamedType C) (IntValue '1') [])] True [FIELD ENUM_VALUE])")]
    [InlineData("directive @repeatable repeatable on QUERY", "(DirectiveDefinition - repeatable [] True [QUERY])")]
    public void Directives_are_read(string source, string tree) => Reads(source, tree);

    [Fact]
    public void Every_location_is_known()
    {
        foreach (var location in DirectiveLocations.All)
        {
            Reads($"directive @a on {location}", $"(DirectiveDefinition - a [] False [{location}])");
        }

        Assert.Equal(19, DirectiveLocations.All.Count);
    }

    [Fact]
    public void The_words_type_and_input_and_extend_are_names_of_fields() => Reads(
        "type type { type: input extend: enum implements: union }",
        "(ObjectTypeDefinition - False type [] [] [(FieldDefinition - type [] (NamedType input) [])"
        + " (FieldDefinition - extend [] (NamedType enum) []) (FieldDefinition - implements [] (NamedType union) "
            + "[])])");

    [Fact]
    public void A_description_is_where_its_definition_begins() =>
        Assert.Equal(new Location(1, 2), Tree.Parse(" \"a\"\n type A").Definitions[0].Location);

    [Theory]
    [InlineData("schema", "Expected \"{\", found <EOF>.", 1, 7)]
    [InlineData("schema {}", "Expected Name, found \"}\".", 1, 9)]
    [InlineData("schema { unknown: Q }", "Unexpected Name \"unknown\".", 1, 10)]
    [InlineData("extend schema", "Unexpected <EOF>.", 1, 14)]
    [InlineData("extend scalar A", "Unexpected <EOF>.", 1, 16)]
    [InlineData("extend type A", "Unexpected <EOF>.", 1, 14)]
    [InlineData("extend interface A", "Unexpected <EOF>.", 1, 19)]
    [InlineData("extend union A", "Unexpected <EOF>.", 1, 15)]
    [InlineData("extend enum A", "Unexpected <EOF>.", 1, 14)]
    [InlineData("extend input A", "Unexpected <EOF>.", 1, 15)]
    [InlineData("extend query A { b }", "Unexpected Name \"query\".", 1, 8)]
    [InlineData("extend directive @a on FIELD", "Unexpected Name \"directive\".", 1, 8)]
    [InlineData("extend \"no\" type A @b", "Unexpected String \"no\".", 1, 8)]
    [InlineData("extend", "Unexpected <EOF>.", 1, 7)]
    [InlineData("type A {}", "Expected Name, found \"}\".", 1, 9)]
    [InlineData("type A { b(): C }", "Expected Name, found \")\".", 1, 12)]
    [InlineData("type A { b }", "Expected \":\", found \"}\".", 1, 12)]
    [InlineData("type A { b: C = 1 }", "Expected Name, found \"=\".", 1, 15)]
    [InlineData("type A implements { b: C }", "Expected Name, found \"{\".", 1, 19)]
    [InlineData("type A implements B, C { b: C }", "Unexpected Name \"C\".", 1, 22)]
    [InlineData("type A implements B & { b: C }", "Expected Name, found \"{\".", 1, 23)]
    [InlineData("union U = |", "Expected Name, found <EOF>.", 1, 12)]
    [InlineData("union U = || A", "Expected Name, found \"|\".", 1, 12)]
    [InlineData("union U = A |", "Expected Name, found <EOF>.", 1, 14)]
    [InlineData("union U =", "Expected Name, found <EOF>.", 1, 10)]
    [InlineData("enum E { true }", "Name \"true\" is reserved and cannot be used for an enum value.", 1, 10)]
    [InlineData("enum E { A null }", "Name \"null\" is reserved and cannot be used for an enum value.", 1, 12)]
    [InlineData("enum E {}", "Expected Name, found \"}\".", 1, 9)]
    [InlineData("input I { a(b: C): D }", "Expected \":\", found \"(\".", 1, 12)]
    [InlineData("input I {}", "Expected Name, found \"}\".", 1, 10)]
    [InlineData("input I { a: B = $c }", "Unexpected variable \"$c\" in constant value.", 1, 18)]
    [InlineData("scalar A @b(c: $d)", "Unexpected variable \"$d\" in constant value.", 1, 16)]
    [InlineData("directive @a", "Expected \"on\", found <EOF>.", 1, 13)]
    [InlineData("directive @a on INCORRECT", "Unexpected Name \"INCORRECT\".", 1, 17)]
    [InlineData("directive @a on FIELD | INCORRECT", "Unexpected Name \"INCORRECT\".", 1, 25)]
    [InlineData("directive @a on field", "Unexpected Name \"field\".", 1, 17)]
    [InlineData("directive a on FIELD", "Expected \"@\", found Name \"a\".", 1, 11)]
    [InlineData("directive @a() on FIELD", "Expected Name, found \")\".", 1, 14)]
    public void Bad_definitions_say_where_and_why(string source, string message, int line, int column)
    {
        var error = Parser.Parse(source, ParserLimits.Sdl).Error;
        Assert.NotNull(error);
        Assert.Equal(
            ($"Syntax Error: {message}", ErrorCode.Syntax, new Location(line, column)),
            (error.Message, error.Code, Assert.Single(error.Locations)));
    }

    [Fact]
    public void A_schema_has_no_limit_of_size()
    {
        var sdl = "type A @a @b @c @d @e {" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $" f{i}: Int"))
            + " }";
        Assert.Equal(20_000, ((ObjectTypeDefinitionNode)Tree.Parse(sdl).Definitions[0]).Fields.Length);
    }
}
