using GraphApi.Engine.Tests.TypeSystem.Rules;

namespace GraphApi.Engine.Tests.TypeSystem.Definitions;

public class ProvidedRequiredArgumentsOnDirectivesTests : SchemaRuleTest
{
    [Fact]
    public void An_argument_that_is_needed_is_given() => InvalidAt(
        """
        directive @a(x: Int!, y: Int! = 1, z: [Int!]!) on OBJECT
        type T @a(y: 1) { a: Int }
        scalar S @specifiedBy
        """,
        ("T", "Directive \"@a\" argument \"x\" of type \"Int!\" is required, but it was not provided.", "2:8"),
        ("T", "Directive \"@a\" argument \"z\" of type \"[Int!]!\" is required, but it was not provided.", "2:8"),
        ("S", "Directive \"@specifiedBy\" argument \"url\" of type \"String!\" is required, but it was not provided.", "3:10"));
}
