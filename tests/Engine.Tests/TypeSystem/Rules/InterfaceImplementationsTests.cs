namespace GraphApi.Engine.Tests.TypeSystem.Rules;

public class InterfaceImplementationsTests : SchemaRuleTest
{
    [Fact]
    public void Interfaces_of_interfaces_are_declared_too() => Valid(
        "interface A { a: Int } interface B implements A { a: Int } type T implements B & A { a: Int }");

    [Fact]
    public void An_interface_of_an_interface_must_not_be_left_out() => Invalid(
        "interface A { a: Int } interface B implements A { a: Int } type T implements B { a: Int }",
        ("T", "Type T must implement A because it is implemented by B."));

    [Fact]
    public void An_interface_does_not_implement_itself() => Invalid(
        "interface A implements A { a: Int }",
        ("A", "Type A cannot implement itself because it would create a circular reference."));

    [Fact]
    public void Interfaces_do_not_implement_each_other() => Invalid(
        "interface A implements B { a: Int } interface B implements A { a: Int }",
        ("A", "Type A cannot implement B because it would create a circular reference."),
        ("B", "Type B cannot implement A because it would create a circular reference."));

    [Fact]
    public void Only_interfaces_are_implemented_and_each_once() => Invalid(
        "type A { a: Int } interface B { a: Int } type T implements A & B & B { a: Int }",
        ("T", "Type T must only implement Interface types, it cannot implement A."),
        ("T", "Type T can only implement B once."));

    [Fact]
    public void Places_are_those_of_all_declarations_be_they_in_extensions() => InvalidAt(
        """
        interface A { a: Int }
        interface B implements A { a: Int }
        type T implements B { a: Int }
        extend type T implements B
        """,
        ("T", "Type T must implement A because it is implemented by B.", "2:24 3:19 4:26"),
        ("T", "Type T can only implement B once.", "3:19 4:26"));
}
