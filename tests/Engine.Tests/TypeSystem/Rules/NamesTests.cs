using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.TypeSystem.Rules;

public class NamesTests : SchemaRuleTest
{
    const string Reserved = "must not begin with \"__\", which is reserved by GraphQL introspection.";

    [Fact]
    public void One_underscore_is_allowed() => Valid("type _A { _a(_b: Int): Int } enum _B { _a _ }");

    [Fact]
    public void Two_underscores_are_not() => Invalid(
        """
        type __A { __a(__b: Int): Int }
        input B { __b: Int }
        enum C { __c }
        directive @__d(__e: Int) on FIELD
        """,
        ("@__d", $"Name \"__d\" {Reserved}"),
        ("__A", $"Name \"__A\" {Reserved}"),
        ("__A.__a", $"Name \"__a\" {Reserved}"),
        ("C.__c", $"Name \"__c\" {Reserved}"),
        ("__A.__a(__b:)", $"Name \"__b\" {Reserved}"),
        ("B.__b", $"Name \"__b\" {Reserved}"),
        ("@__d(__e:)", $"Name \"__e\" {Reserved}"));

    [Fact]
    public void A_generated_name_must_be_a_name()
    {
        var document = SchemaBuilder.Parse("test", "type Query { a: Int } enum A { B }");
        var odd = (EnumTypeDefinitionNode)document.Definitions[1] with { Name = new NameNode("no name", default) };

        var error = Assert.Throws<SchemaException>(() => new SchemaBuilder()
            .AddDocument(document with { Definitions = [document.Definitions[0], odd] })
            .AllowUnbound()
            .Build());

        Assert.Equal(
            ["no name: \"no name\" is no name: letters, digits and underscores, no digit first. (1:23)"],
            error.Errors.Select(e => e.ToString()));
    }
}
