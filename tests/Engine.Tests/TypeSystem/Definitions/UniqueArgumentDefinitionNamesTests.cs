using GraphApi.Engine.Tests.TypeSystem.Rules;

namespace GraphApi.Engine.Tests.TypeSystem.Definitions;

public class UniqueArgumentDefinitionNamesTests : SchemaRuleTest
{
    [Fact]
    public void An_argument_stands_once_and_all_its_places_are_told() => InvalidAt(
        """
        type T { a(x: Int, y: Int, x: Int, x: Int): Int b(x: Int): Int }
        directive @d(x: Int, x: Int) on FIELD
        extend interface F { b(x: Int, x: Int): Int } interface F { a: Int }
        """,
        ("@d(x:)", "Argument \"@d(x:)\" can only be defined once.", "2:14 2:22"),
        ("T.a(x:)", "Argument \"T.a(x:)\" can only be defined once.", "1:12 1:28 1:36"),
        ("F.b(x:)", "Argument \"F.b(x:)\" can only be defined once.", "3:24 3:32"));
}
