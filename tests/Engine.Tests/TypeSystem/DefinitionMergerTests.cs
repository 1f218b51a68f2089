using GraphApi.Engine.Language;
using GraphApi.Engine.Tests.TypeSystem.Rules;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.TypeSystem;

public class DefinitionMergerTests : SchemaRuleTest
{
    [Fact]
    public void Every_kind_of_definition_can_be_extended()
    {
        var printed = SchemaPrinter.Print(new SchemaBuilder().AllowUnbound().AddSdl("test", """
            extend scalar S @a
            extend type Query implements F @a { b: U }
            extend interface F @a { c: E }
            extend union U @a = O
            extend enum E @a { B }
            extend input I @a { b: Int }
            extend schema @a { mutation: M }
            schema { query: Query }
            directive @a on SCALAR | OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCHEMA
            scalar S type Query { a(i: I): S c: E } interface F { a(i: I): S } union U = Query enum E { A }
            input I { a: Int } type O { a: Int } type M { a: Int }
            """).Build());

        Assert.Equal(
            """
            schema @a {
              query: Query
              mutation: M
            }

            directive @a on SCALAR | OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCHEMA

            scalar S @a

            type Query implements F @a {
              a(i: I): S
              c: E
              b: U
            }

            interface F @a {
              a(i: I): S
              c: E
            }

            union U @a = Query | O

            enum E @a {
              A
              B
            }

            input I @a {
              a: Int
              b: Int
            }

            type O {
              a: Int
            }

            type M {
              a: Int
            }

            """,
            printed);
    }

    [Fact]
    public void An_extension_is_of_the_kind_of_its_definition() => Invalid(
        "extend enum A { X } type A { a: Int } extend input B { a: Int } scalar B",
        ("A", "The extension of \"A\" is not of the kind of its definition."),
        ("B", "The extension of \"B\" is not of the kind of its definition."));

    [Fact]
    public void What_an_extension_repeats_is_there_twice() => Invalid(
        """
        type A implements F { a: Int } extend type A implements F { a(x: Int, x: Int): Int }
        type B { b(x: Int, x: Int): Int }
        interface F { a: Int }
        union U = A extend union U = A
        enum E { X } extend enum E { X }
        input I { a: Int } extend input I { a: Int }
        """,
        ("A", "Type A can implement F only once."),
        ("A.a", "Field \"A.a\" can only be defined once."),
        ("B.b(x:)", "There can be only one argument \"B.b(x:)\"."),
        ("U", "Union U can include A only once."),
        ("E.X", "Enum value \"E.X\" can only be defined once."),
        ("I.a", "There can be only one field \"I.a\"."));

    [Fact]
    public void A_name_is_defined_once_and_is_none_of_the_specification() => Invalid(
        "type A { a: Int } enum A { X } scalar Int type __Type { a: Int } extend type __Schema { a: Int }",
        ("A", "There can be only one type named \"A\"."),
        ("__Schema", "Cannot extend type \"__Schema\" because it is not defined."),
        ("Int", "The type \"Int\" is built in and cannot be defined."),
        ("__Type", "The type \"__Type\" is built in and cannot be defined."));

    [Fact]
    public void A_schema_is_defined_once() => Invalid(
        "schema { query: Query } schema { query: Query }",
        ("schema", "There can be only one schema definition."));

    [Fact]
    public void Operations_and_fragments_are_no_part_of_a_schema() => Invalid(
        "query { a } fragment F on Query { a }",
        ("schema", "A schema holds no operations and no fragments."));

    [Fact]
    public void The_documents_that_were_added_stay_as_they_were()
    {
        var document = SchemaBuilder.Parse("test", "type Query { a: Int } extend type Query { b: Int }");

        new SchemaBuilder().AllowUnbound().AddDocument(document).Build();

        Assert.Equal("type Query {\n  a: Int\n}\n\nextend type Query {\n  b: Int\n}", Printer.Print(document));
    }

    [Fact]
    public void A_text_that_is_no_GraphQL_is_told_with_its_place()
    {
        var error = Assert.Throws<SchemaException>(
            () => SchemaBuilder.Parse("file.graphql", "type Query {\n  a Int }"));

        Assert.Equal(
            [new SchemaError("file.graphql:2:5", "Syntax Error: Expected \":\", found Name \"Int\".")],
            error.Errors);
    }
}
