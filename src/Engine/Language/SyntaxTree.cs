namespace GraphApi.Engine.Language;

/// <summary>Looks through the trees of type system documents.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System"/>
static class SyntaxTree
{
    /// <summary>The node and all below it, outer nodes first, in the order of the source.</summary>
    public static IEnumerable<SyntaxNode> SelfAndDescendants(SyntaxNode node) =>
        Children(node).SelectMany(SelfAndDescendants).Prepend(node);

    static IEnumerable<SyntaxNode> Children(SyntaxNode node) => node switch
    {
        DocumentNode document => document.Definitions,
        SchemaDefinitionNode schema => [.. schema.Directives, .. schema.OperationTypes],
        OperationTypeDefinitionNode operation => [operation.Type],
        TypeDefinitionNode type => [type.Name, .. Parts(type), .. type.Directives],
        DirectiveDefinitionNode directive => [directive.Name, .. directive.Arguments, .. directive.Locations],
        FieldDefinitionNode field => [field.Name, .. field.Arguments, field.Type, .. field.Directives],
        InputValueDefinitionNode { DefaultValue: { } value } input =>
            [input.Name, input.Type, value, .. input.Directives],
        InputValueDefinitionNode input => [input.Name, input.Type, .. input.Directives],
        EnumValueDefinitionNode value => [value.Name, .. value.Directives],
        DirectiveNode directive => [directive.Name, .. directive.Arguments],
        ArgumentNode argument => [argument.Name, argument.Value],
        ListValueNode list => list.Values,
        ObjectValueNode value => value.Fields,
        ObjectFieldNode field => [field.Name, field.Value],
        NamedTypeNode named => [named.Name],
        ListTypeNode list => [list.Type],
        NonNullTypeNode nonNull => [nonNull.Type],
        _ => [],
    };

    static IEnumerable<SyntaxNode> Parts(TypeDefinitionNode type) => type switch
    {
        ObjectTypeDefinitionNode complex => [.. complex.Interfaces, .. complex.Fields],
        InterfaceTypeDefinitionNode complex => [.. complex.Interfaces, .. complex.Fields],
        UnionTypeDefinitionNode union => union.Members,
        EnumTypeDefinitionNode enumeration => enumeration.Values,
        InputObjectTypeDefinitionNode input => input.Fields,
        _ => [],
    };
}
