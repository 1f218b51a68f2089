using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.TypeSystem;

/// <summary>What remains of a schema when some of it may not be used.</summary>
public sealed class SchemaReductionTests
{
    [Fact]
    public void Where_all_may_be_used_all_remains_that_leads_somewhere() =>
        Assert.Equal(
            SchemaPrinter.Print(Build(KitchenSink.Sdl))
                .Replace("\ninput Pick @oneOf {\n  id: ID\n  name: String\n}\n", "", StringComparison.Ordinal),
            SchemaPrinter.Print(SchemaReduction.Of(Build(KitchenSink.Sdl), _ => true, _ => true)!));

    [Fact]
    public void A_field_that_may_not_be_used_goes_with_the_types_that_only_it_led_to() => Remains(
        """
        type Query { a: A b: B }
        type A { c: Color u: U both: Both }
        type B { in(x: OnlyB): Int both: Both }
        type Both { n: Int }
        union U = C
        type C { n: Int }
        enum Color { RED }
        input OnlyB { n: Int deep: Deep }
        input Deep { n: Int }
        """,
        """
        type Query {
          a: A
        }

        type A {
          both: Both
        }

        type Both {
          n: Int
        }

        """,
        "Query.b", "A.c", "A.u");

    [Fact]
    public void A_type_without_fields_goes_and_what_is_of_it_and_what_is_then_empty() => Remains(
        """
        type Query { a: [A!]! n: Int u: U }
        type Mutation { do: A }
        type A { b: B }
        type B { secret: Int }
        union U = A | B
        """,
        """
        type Query {
          n: Int
        }

        """,
        "B.secret");

    [Fact]
    public void A_union_loses_the_members_that_go_and_remains_with_one() => Remains(
        "type Query { u: U } type A { n: Int } type B { n: Int } union U = A | B",
        """
        type Query {
          u: U
        }

        type B {
          n: Int
        }

        union U = B

        """,
        "A.n");

    [Fact]
    public void A_filter_with_nothing_but_itself_goes_with_the_arguments_that_take_it() => Remains(
        """
        type Query { a(where: Filter, order: [Sort!], n: Int): Int }
        input Filter { and: [Filter!] or: [Filter!] not: Filter secret: Int }
        input Sort { secret: Int }
        """,
        """
        type Query {
          a(n: Int): Int
        }

        """,
        "Filter.secret", "Sort.secret");

    [Fact]
    public void Filters_that_hold_each_other_go_together_when_nothing_else_is_left() => Remains(
        """
        type Query { a(where: A): Int b(where: C): Int }
        input A { b: B secret: Int }
        input B { a: A some: [B!] secret: Int }
        input C { a: A n: Int }
        """,
        """
        type Query {
          a: Int
          b(where: C): Int
        }

        input C {
          n: Int
        }

        """,
        "A.secret", "B.secret");

    [Fact]
    public void Input_types_that_never_led_to_a_value_remain_as_they_were() => Remains(
        "type Query { a(x: A): Int b: Int } input A { a: A }",
        """
        type Query {
          a(x: A): Int
        }

        input A {
          a: A
        }

        """,
        "Query.b");

    [Fact]
    public void A_field_without_a_required_argument_goes_and_without_an_optional_one_remains() => Remains(
        """
        type Query { a(secret: Int!, n: Int): Int b(secret: Int! = 1, n: Int): Int c(secret: Int, n: Int): Int }
        """,
        """
        type Query {
          b(n: Int): Int
          c(n: Int): Int
        }

        """,
        "Query.a(secret:)", "Query.b(secret:)", "Query.c(secret:)");

    [Fact]
    public void An_input_object_without_a_required_field_goes() => Remains(
        "type Query { a(x: A, n: Int): Int b(x: A!): Int } input A { secret: Int! n: Int }",
        """
        type Query {
          a(n: Int): Int
        }

        """,
        "A.secret");

    [Fact]
    public void An_input_whose_default_names_what_goes_goes() => Remains(
        """
        type Query { a(x: A = { secret: 1 }, y: [A!]! = [{ n: 1 }, { a: { secret: 1 } }], z: A = { n: 1 }): Int }
        input A { secret: Int n: Int a: A b: B = { secret: 2 } }
        input B { secret: Int n: Int }
        """,
        """
        type Query {
          a(z: A = {n: 1}): Int
        }

        input A {
          n: Int
          a: A
        }

        """,
        "A.secret", "B.secret");

    [Fact]
    public void A_OneOf_input_object_remains_with_one_field() => Remains(
        "type Query { a(x: A!): Int } input A @oneOf { secret: Int n: Int }",
        """
        type Query {
          a(x: A!): Int
        }

        input A @oneOf {
          n: Int
        }

        """,
        "A.secret");

    [Fact]
    public void An_interface_has_the_fields_and_arguments_that_all_have_that_implement_it() => Remains(
        """
        type Query { node: Node b: B }
        interface Node { id: ID! name: String size(unit: Int, exact: Boolean): Int }
        type A implements Node { id: ID! name: String size(unit: Int, exact: Boolean): Int }
        type B implements Node { id: ID! name: String size(unit: Int, exact: Boolean): Int }
        """,
        """
        type Query {
          node: Node
          b: B
        }

        interface Node {
          id: ID!
          size(exact: Boolean): Int
        }

        type A implements Node {
          id: ID!
          size(unit: Int, exact: Boolean): Int
        }

        type B implements Node {
          id: ID!
          name: String
          size(exact: Boolean): Int
        }

        """,
        "A.name", "B.size(unit:)");

    [Fact]
    public void Who_may_use_nothing_of_an_implementation_is_not_kept_from_the_others() => Remains(
        """
        type Query { node: Node }
        interface Node { id: ID! }
        type A implements Node { id: ID! }
        type B implements Node { id: ID! secret: Int }
        """,
        """
        type Query {
          node: Node
        }

        interface Node {
          id: ID!
        }

        type A implements Node {
          id: ID!
        }

        """,
        "B.id", "B.secret");

    [Fact]
    public void An_interface_that_nobody_implements_any_more_goes_and_one_that_nobody_did_remains() => Remains(
        """
        type Query { one: One two: Two n: Int }
        interface One { id: ID! }
        interface Two { id: ID! }
        type A implements One { id: ID! }
        """,
        """
        type Query {
          two: Two
          n: Int
        }

        interface Two {
          id: ID!
        }

        """,
        "A.id");

    [Fact]
    public void An_interface_without_fields_goes_from_those_that_implement_it() => Remains(
        """
        type Query { a: A node: Node }
        interface Node { id: ID! }
        interface Named implements Node { id: ID! name: String }
        type A implements Node & Named { id: ID! name: String }
        """,
        """
        type Query {
          a: A
        }

        interface Named {
          name: String
        }

        type A implements Named {
          id: ID!
          name: String
        }

        """,
        "Named.id");

    [Fact]
    public void An_interface_that_is_only_implemented_does_not_lead_to_other_implementations() => Remains(
        """
        type Query { a: A node: Node }
        interface Node { id: ID! }
        type A implements Node { id: ID! }
        type B implements Node { id: ID! }
        """,
        """
        type Query {
          a: A
        }

        interface Node {
          id: ID!
        }

        type A implements Node {
          id: ID!
        }

        """,
        "Query.node");

    [Fact]
    public void Roots_without_fields_go_and_without_a_query_nothing_remains()
    {
        const string Sdl = """
            schema { query: Q mutation: M subscription: S }
            type Q { a: Int }
            type M { b: Int }
            type S { c: Int }
            """;
        Remains(Sdl, "schema {\n  query: Q\n  subscription: S\n}\n\ntype Q {\n  a: Int\n}\n\ntype S {\n  c: Int\n}\n", "M.b");
        Assert.Null(Reduce(Sdl, "Q.a"));
    }

    [Fact]
    public void A_directive_whose_argument_goes_goes_with_its_applications() => Remains(
        """
        directive @a(x: In) on FIELD_DEFINITION | FIELD
        directive @b(x: Int) on FIELD_DEFINITION
        directive @c(x: In2 = { secret: 1 }) on FIELD_DEFINITION
        directive @d(x: In2) repeatable on FIELD_DEFINITION
        type Query { q: Int @a(x: { secret: 1 }) @b(x: 2) @c @d(x: { secret: 1 }) @d(x: { n: 1 }) }
        input In { secret: Int }
        input In2 { secret: Int n: Int }
        """,
        """
        directive @b(x: Int) on FIELD_DEFINITION

        directive @d(x: In2) repeatable on FIELD_DEFINITION

        type Query {
          q: Int @b(x: 2) @d(x: {n: 1})
        }

        input In2 {
          n: Int
        }

        """,
        "In.secret", "In2.secret");

    [Fact]
    public void What_ListSize_names_is_what_remains()
    {
        const string Sdl = """
            directive @listSize(
              assumedSize: Int
              slicingArguments: [String!]
              slicingArgumentDefaultValue: Int
              sizedFields: [String!]
              requireOneSlicingArgument: Boolean = true
            ) on FIELD_DEFINITION
            type Query {
              a(first: Int, last: Int): Page @listSize(slicingArguments: ["first", "last"], sizedFields: ["x", "y"])
              b: Other @listSize(assumedSize: 3, sizedFields: "x")
              c(last: Int): [Int] @listSize(assumedSize: 3, slicingArguments: ["last"])
            }
            type Page { x: [Int] y: [Int] }
            type Other { x: [Int] n: Int }
            """;
        var printed = SchemaPrinter.Print(Reduce(Sdl, "Query.a(last:)", "Page.x", "Other.x", "Query.c(last:)")!);
        Assert.Contains("a(first: Int): Page @listSize(slicingArguments: [\"first\"], sizedFields: [\"y\"])\n", printed);
        Assert.Contains("b: Other\n", printed);
        Assert.Contains("c: [Int] @listSize(assumedSize: 3)\n", printed);
    }

    [Fact]
    public void Internal_directives_and_what_only_they_need_do_not_come_back()
    {
        var schema = new SchemaBuilder()
            .AddSdl("test", "directive @rule(l: Level) on OBJECT enum Level { A } type Query @rule(l: A) { a: Int b: Int }")
            .HideDirectives(name => name == "rule")
            .AllowUnbound()
            .Build();
        var reduced = SchemaReduction.Of(schema, field => field.Name != "b", _ => true)!;
        Assert.Equal("type Query {\n  a: Int\n}\n", SchemaPrinter.Print(reduced, includeInternal: true));
    }

    static void Remains(string sdl, string expected, params string[] hidden) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), SchemaPrinter.Print(Reduce(sdl, hidden)!));

    static Schema? Reduce(string sdl, params string[] hidden) => SchemaReduction.Of(
        Build(sdl), field => !hidden.Contains(field.Coordinate), input => !hidden.Contains(input.Coordinate));

    static Schema Build(string sdl) => new SchemaBuilder().AddSdl("test", sdl).AllowUnbound().Build();
}
