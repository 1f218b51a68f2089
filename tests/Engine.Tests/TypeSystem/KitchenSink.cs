namespace GraphApi.Engine.Tests.TypeSystem;

/// <summary>A schema that has some of everything, written as it is printed.</summary>
static class KitchenSink
{
    public const string Sdl = """"
        """All of it."""
        schema @mark {
          query: Root
          mutation: Mutation
        }

        """Marks."""
        directive @mark(
          """How often."""
          times: Int = 1

          """
          When,

          {
          """
          at: [Time!] = []
        ) repeatable on SCHEMA | FIELD_DEFINITION | ENUM_VALUE

        directive @plain(a: Int, b: String) on FIELD

        scalar Time @specifiedBy(url: "https://example.org/time")

        interface Node {
          id: ID!
        }

        interface Named implements Node {
          id: ID!
          name(upper: Boolean! = false, in: Filter = {color: RED, not: {color: BLUE}}): String
        }

        """
        A thing.

        Of *two* paragraphs.
        """
        type Thing implements Named & Node {
          id: ID!

          """The "name"."""
          name(upper: Boolean! = false, in: Filter): String! @mark(times: 2) @mark
          old: [[Int!]]! @deprecated
          older(x: Int @deprecated(reason: "y")): Float @deprecated(reason: "Use `name`.")
        }

        type Root {
          any: Any
        }

        type Mutation {
          do: Int
        }

        union Any = Thing | Root

        enum Color {
          """Like fire."""
          RED @mark
          BLUE @deprecated(reason: "too cold")
        }

        input Filter {
          color: Color = BLUE
          size: Int
          not: Filter
        }

        input Pick @oneOf {
          id: ID
          name: String
        }

        """";
}
