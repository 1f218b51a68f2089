using GraphApi.Engine.Tests.TypeSystem.Rules;

namespace GraphApi.Engine.Tests.TypeSystem.Definitions;

public class UniqueFieldDefinitionNamesTests : SchemaRuleTest
{
    [Fact]
    public void A_field_stands_once_extensions_included() => InvalidAt(
        """
        type T { a: Int a: String } extend type T { a: Int }
        interface I { a: Int a: Int }
        input In { a: Int } extend input In { a: Int }
        """,
        ("T.a", "Field \"T.a\" can only be defined once.", "1:10 1:17"),
        ("T.a", "Field \"T.a\" can only be defined once.", "1:10 1:45"),
        ("I.a", "Field \"I.a\" can only be defined once.", "2:15 2:22"),
        ("In.a", "Field \"In.a\" can only be defined once.", "3:12 3:39"));

    [Fact]
    public void Arguments_are_no_fields() => Valid("type T { a(a: Int): Int b(a: Int): Int }");
}
