using GraphApi.Engine.Tests.TypeSystem.Rules;

namespace GraphApi.Engine.Tests.TypeSystem.Definitions;

public class PossibleTypeExtensionsTests : SchemaRuleTest
{
    [Fact]
    public void An_extension_is_of_the_kind_of_its_definition() => InvalidAt(
        """
        scalar S type T { a: Int } interface F { a: Int } union U = T enum E { A } input I { a: Int }
        directive @d repeatable on SCALAR | OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT
        extend type S @d
        extend interface T @d
        extend union F @d
        extend enum U @d
        extend input E @d
        extend scalar I @d
        """,
        ("S", "Cannot extend non-object type \"S\".", "1:1 3:1"),
        ("T", "Cannot extend non-interface type \"T\".", "1:10 4:1"),
        ("F", "Cannot extend non-union type \"F\".", "1:28 5:1"),
        ("U", "Cannot extend non-enum type \"U\".", "1:51 6:1"),
        ("E", "Cannot extend non-input object type \"E\".", "1:63 7:1"),
        ("I", "Cannot extend non-scalar type \"I\".", "1:76 8:1"));

    [Fact]
    public void What_is_extended_is_defined_by_the_documents() => InvalidAt(
        "extend type Qury { a: Int } extend scalar Int @deprecated directive @d on SCALAR",
        ("Qury", "Cannot extend type \"Qury\" because it is not defined. Did you mean \"Query\"?", "1:13"),
        ("Int", "Cannot extend type \"Int\" because it is not defined.", "1:43"),
        ("Int", "Directive \"@deprecated\" may not be used on SCALAR.", "1:47"));
}
