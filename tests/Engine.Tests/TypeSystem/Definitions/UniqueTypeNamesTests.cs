using GraphApi.Engine.Tests.TypeSystem.Rules;

namespace GraphApi.Engine.Tests.TypeSystem.Definitions;

public class UniqueTypeNamesTests : SchemaRuleTest
{
    [Fact]
    public void A_name_is_that_of_one_type_whatever_its_kind() => InvalidAt(
        """
        type A { a: Int }
        "Again." enum A { X }
        union A = Query
        """,
        ("A", "There can be only one type named \"A\".", "1:6 2:15"),
        ("A", "There can be only one type named \"A\".", "1:6 3:7"));

    [Fact]
    public void An_extension_has_the_name_of_what_it_extends() => Valid("type A { a: Int } extend type A { b: Int }");
}
