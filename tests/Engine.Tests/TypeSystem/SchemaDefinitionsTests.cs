using GraphApi.Engine.Language;
using GraphApi.Engine.Tests.TypeSystem.Rules;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.TypeSystem;

public class SchemaDefinitionsTests : SchemaRuleTest
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
    public void What_an_extension_repeats_is_there_twice()
    {
        Invalid(
            """
            type A { a: Int } extend type A { a(x: Int, x: Int): Int }
            type B { b(x: Int, x: Int): Int }
            enum E { X } extend enum E { X }
            input I { a: Int } extend input I { a: Int }
            """,
            ("E.X", "Enum value \"E.X\" can only be defined once."),
            ("A.a", "Field \"A.a\" can only be defined once."),
            ("I.a", "Field \"I.a\" can only be defined once."),
            ("A.a(x:)", "Argument \"A.a(x:)\" can only be defined once."),
            ("B.b(x:)", "Argument \"B.b(x:)\" can only be defined once."));
        Invalid(
            "type A implements F { a: Int } extend type A implements F interface F { a: Int } "
                + "union U = A extend union U = A",
            ("A", "Type A can only implement F once."),
            ("U", "Union type U can only include type A once."));
    }

    [Fact]
    public void A_place_is_told_with_the_name_of_its_document()
    {
        var error = Assert.Throws<SchemaException>(() => new SchemaBuilder()
            .AddSdl("a.graphql", "type Query {\n  a: Int\n}")
            .AddDocument(SchemaBuilder.Parse("unused", "extend type Query { a: Int }"))
            .AddDocument(SchemaBuilder.Parse("unused", "extend type Query {\n\n  a: Int }"), "c.graphql")
            .Build());

        Assert.Equal(
            [
                "Query.a: Field \"Query.a\" can only be defined once. (a.graphql:2:3, 1:21)",
                "Query.a: Field \"Query.a\" can only be defined once. (a.graphql:2:3, c.graphql:3:3)",
            ],
            error.Errors.Select(e => e.ToString()));
    }

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
            ["file.graphql:2:5: Syntax Error: Expected \":\", found Name \"Int\"."],
            error.Errors.Select(e => e.ToString()));
    }
}
