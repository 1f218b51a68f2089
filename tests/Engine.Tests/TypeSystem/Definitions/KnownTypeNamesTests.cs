using GraphApi.Engine.Tests.TypeSystem.Rules;

namespace GraphApi.Engine.Tests.TypeSystem.Definitions;

public class KnownTypeNamesTests : SchemaRuleTest
{
    [Fact]
    public void Built_in_types_are_known() => Valid(
        "type T { a: [Int!]! b: Float c: String d: Boolean e: ID f: __Schema g: __TypeKind }");

    [Fact]
    public void Every_reference_leads_to_a_type_of_some_document() => InvalidAt(
        """
        schema { query: Query mutation: Mutatoin }
        type Mutation implements Nod { a(x: [In!]!): [Strin!] }
        union U = Mutation | Nowhere
        input Input { a: Qeury! }
        directive @d(x: Wxyz) on FIELD
        """,
        ("schema", "Unknown type \"Mutatoin\". Did you mean \"Mutation\"?", "1:33"),
        ("Mutation", "Unknown type \"Nod\". Did you mean \"ID\"?", "2:26"),
        ("U", "Unknown type \"Nowhere\".", "3:22"),
        ("Mutation.a", "Unknown type \"Strin\". Did you mean \"String\"?", "2:47"),
        ("Mutation.a(x:)", "Unknown type \"In\". Did you mean \"ID\" or \"Int\"?", "2:38"),
        ("Input.a", "Unknown type \"Qeury\". Did you mean \"Query\"?", "4:18"),
        ("@d(x:)", "Unknown type \"Wxyz\".", "5:17"));

    [Fact]
    public void An_extension_defines_nothing() => InvalidAt(
        "extend type T { a: T } type A { t: Qqqqq }",
        ("T.a", "Unknown type \"T\". Did you mean \"A\"?", "1:20"),
        ("A.t", "Unknown type \"Qqqqq\".", "1:36"),
        ("T", "Cannot extend type \"T\" because it is not defined. Did you mean \"A\"?", "1:13"));
}
