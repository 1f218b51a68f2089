using System.Collections.Immutable;
using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Language;

/// <summary>A node of the syntax tree, with the place of its first token.</summary>
public abstract record SyntaxNode(Location Location);

/// <summary>A document: everything one request text holds.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Document"/>
public sealed record DocumentNode(ImmutableArray<DefinitionNode> Definitions, Location Location) : SyntaxNode(Location);

/// <summary>An operation, a fragment, or a definition or extension of the type system.</summary>
public abstract record DefinitionNode(Location Location) : SyntaxNode(Location);

/// <summary>The three operations.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#OperationType"/>
public enum OperationType
{
    /// <summary>A read.</summary>
    Query,

    /// <summary>A write followed by a read.</summary>
    Mutation,

    /// <summary>A long-lived stream of events.</summary>
    Subscription,
}

/// <summary>An operation.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Language.Operations"/>
public sealed record OperationDefinitionNode(
    StringValueNode? Description,
    OperationType Operation,
    NameNode? Name,
    ImmutableArray<VariableDefinitionNode> VariableDefinitions,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    Location Location) : DefinitionNode(Location);

/// <summary>A fragment.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#FragmentDefinition"/>
public sealed record FragmentDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    NamedTypeNode TypeCondition,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    Location Location) : DefinitionNode(Location);

/// <summary>A variable of an operation.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#VariableDefinition"/>
public sealed record VariableDefinitionNode(
    StringValueNode? Description,
    VariableNode Variable,
    TypeNode Type,
    ValueNode? DefaultValue,
    ImmutableArray<DirectiveNode> Directives,
    Location Location) : SyntaxNode(Location);

/// <summary>The fields and fragments between two braces.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#SelectionSet"/>
public sealed record SelectionSetNode(ImmutableArray<SelectionNode> Selections, Location Location)
    : SyntaxNode(Location);

/// <summary>A field, a fragment spread or an inline fragment.</summary>
public abstract record SelectionNode(ImmutableArray<DirectiveNode> Directives, Location Location)
    : SyntaxNode(Location);

/// <summary>A field with its alias, arguments and selections.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Language.Fields"/>
public sealed record FieldNode(
    NameNode? Alias,
    NameNode Name,
    ImmutableArray<ArgumentNode> Arguments,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode? SelectionSet,
    Location Location) : SelectionNode(Directives, Location)
{
    /// <summary>The alias, or the name where there is none.</summary>
    public string ResponseKey => (Alias ?? Name).Value;
}

/// <summary><c>...Name</c></summary>
/// <seealso href="https://spec.graphql.org/September2025/#FragmentSpread"/>
public sealed record FragmentSpreadNode(NameNode Name, ImmutableArray<DirectiveNode> Directives, Location Location)
    : SelectionNode(Directives, Location);

/// <summary><c>... on Type { }</c></summary>
/// <seealso href="https://spec.graphql.org/September2025/#InlineFragment"/>
public sealed record InlineFragmentNode(
    NamedTypeNode? TypeCondition,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    Location Location) : SelectionNode(Directives, Location);

/// <summary><c>name: value</c> of a field or directive.</summary>
public sealed record ArgumentNode(NameNode Name, ValueNode Value, Location Location) : SyntaxNode(Location);

/// <summary><c>@name(arguments)</c></summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Language.Directives"/>
public sealed record DirectiveNode(NameNode Name, ImmutableArray<ArgumentNode> Arguments, Location Location)
    : SyntaxNode(Location);

/// <summary>A name where it stands.</summary>
public sealed record NameNode(string Value, Location Location) : SyntaxNode(Location);
