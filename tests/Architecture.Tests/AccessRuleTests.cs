using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;
using GraphApi.Harness;

namespace GraphApi.Architecture.Tests;

/// <summary>Deny by default: what nobody thought about is not served.</summary>
public sealed class AccessRuleTests
{
    static readonly string[] AccessRules = ["authorize", "allowAnonymous"];
    static readonly string[] Roots = ["Query", "Mutation", "Subscription"];

    static IEnumerable<DefinitionNode> Definitions =>
        from file in Repository.Files("schema", "*.graphql")
        where file != "schema/public.graphql"
        from definition in SchemaBuilder.Parse(file, Repository.Text(file)).Definitions
        select definition;

    [Fact]
    public void Every_object_type_says_who_may_read_it()
    {
        var wrong =
            from type in Definitions.OfType<ObjectTypeDefinitionNode>()
            where !Roots.Contains(type.Name.Value) && !HasAccessRule(type.Directives)
            select type.Name.Value;

        Findings.None(wrong);
    }

    [Fact]
    public void Every_root_field_says_who_may_read_it()
    {
        var wrong =
            from type in Definitions.OfType<ObjectTypeDefinitionNode>()
            where Roots.Contains(type.Name.Value)
            from field in type.Fields
            where !HasAccessRule(field.Directives)
            select $"{type.Name.Value}.{field.Name.Value}";

        Findings.None(wrong);
    }

    [Fact]
    public void There_is_a_schema_to_look_at() =>
        Assert.Contains(Definitions.OfType<ObjectTypeDefinitionNode>(), type => Roots.Contains(type.Name.Value));

    static bool HasAccessRule(IEnumerable<DirectiveNode> directives) =>
        directives.Any(directive => AccessRules.Contains(directive.Name.Value));
}
