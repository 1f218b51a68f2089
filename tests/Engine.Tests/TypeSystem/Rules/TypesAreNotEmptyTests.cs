namespace GraphApi.Engine.Tests.TypeSystem.Rules;

public class TypesAreNotEmptyTests : SchemaRuleTest
{
    [Fact]
    public void An_extension_may_bring_what_a_type_holds() =>
        Valid("type T extend type T { a: Int } union U extend union U = T enum E extend enum E { A }");

    [Fact]
    public void Types_hold_something() => Invalid(
        "type T interface F union U enum E input I scalar S",
        ("T", "Type T must define one or more fields."),
        ("F", "Type F must define one or more fields."),
        ("U", "Union type U must define one or more member types."),
        ("E", "Enum type E must define one or more values."),
        ("I", "Input Object type I must define one or more fields."));
}
