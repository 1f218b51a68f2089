using GraphApi.Engine.Tests.TypeSystem.Rules;

namespace GraphApi.Engine.Tests.TypeSystem.Definitions;

public class UniqueEnumValueNamesTests : SchemaRuleTest
{
    [Fact]
    public void A_value_stands_once_extensions_included() => InvalidAt(
        "enum E { A B A } extend enum E { B C }",
        ("E.A", "Enum value \"E.A\" can only be defined once.", "1:10 1:14"),
        ("E.B", "Enum value \"E.B\" can only be defined once.", "1:12 1:34"));

    [Fact]
    public void Another_enum_may_have_the_same_value() => Valid("enum E { A } enum F { A a }");
}
