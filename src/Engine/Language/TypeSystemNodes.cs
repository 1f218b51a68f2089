using System.Collections.Immutable;
using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Language;

/// <summary>The schema definition, or an extension of it.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema"/>
public sealed record SchemaDefinitionNode(
    StringValueNode? Description,
    bool IsExtension,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<OperationTypeDefinitionNode> OperationTypes,
    Location Location) : DefinitionNode(Location);

/// <summary><c>query: Query</c></summary>
public sealed record OperationTypeDefinitionNode(OperationType Operation, NamedTypeNode Type, Location Location)
    : SyntaxNode(Location);

/// <summary>
/// The definition of a type or, with <paramref name="IsExtension"/>, an <c>extend</c> of it (which has no
/// description).
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Types"/>
public abstract record TypeDefinitionNode(
    StringValueNode? Description,
    bool IsExtension,
    NameNode Name,
    ImmutableArray<DirectiveNode> Directives,
    Location Location) : DefinitionNode(Location);

/// <summary><c>scalar Name</c></summary>
public sealed record ScalarTypeDefinitionNode(
    StringValueNode? Description,
    bool IsExtension,
    NameNode Name,
    ImmutableArray<DirectiveNode> Directives,
    Location Location) : TypeDefinitionNode(Description, IsExtension, Name, Directives, Location);

/// <summary><c>type Name implements A &amp; B { }</c></summary>
public sealed record ObjectTypeDefinitionNode(
    StringValueNode? Description,
    bool IsExtension,
    NameNode Name,
    ImmutableArray<NamedTypeNode> Interfaces,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<FieldDefinitionNode> Fields,
    Location Location) : TypeDefinitionNode(Description, IsExtension, Name, Directives, Location);

/// <summary><c>interface Name implements A { }</c></summary>
public sealed record InterfaceTypeDefinitionNode(
    StringValueNode? Description,
    bool IsExtension,
    NameNode Name,
    ImmutableArray<NamedTypeNode> Interfaces,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<FieldDefinitionNode> Fields,
    Location Location) : TypeDefinitionNode(Description, IsExtension, Name, Directives, Location);

/// <summary><c>union Name = A | B</c></summary>
public sealed record UnionTypeDefinitionNode(
    StringValueNode? Description,
    bool IsExtension,
    NameNode Name,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<NamedTypeNode> Members,
    Location Location) : TypeDefinitionNode(Description, IsExtension, Name, Directives, Location);

/// <summary><c>enum Name { A B }</c></summary>
public sealed record EnumTypeDefinitionNode(
    StringValueNode? Description,
    bool IsExtension,
    NameNode Name,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<EnumValueDefinitionNode> Values,
    Location Location) : TypeDefinitionNode(Description, IsExtension, Name, Directives, Location);

/// <summary><c>input Name { }</c></summary>
public sealed record InputObjectTypeDefinitionNode(
    StringValueNode? Description,
    bool IsExtension,
    NameNode Name,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<InputValueDefinitionNode> Fields,
    Location Location) : TypeDefinitionNode(Description, IsExtension, Name, Directives, Location);

/// <summary>A field of an object or interface.</summary>
public sealed record FieldDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    ImmutableArray<InputValueDefinitionNode> Arguments,
    TypeNode Type,
    ImmutableArray<DirectiveNode> Directives,
    Location Location) : SyntaxNode(Location);

/// <summary>An argument, or a field of an input object.</summary>
public sealed record InputValueDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    TypeNode Type,
    ValueNode? DefaultValue,
    ImmutableArray<DirectiveNode> Directives,
    Location Location) : SyntaxNode(Location);

/// <summary>A value of an enum.</summary>
public sealed record EnumValueDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    ImmutableArray<DirectiveNode> Directives,
    Location Location) : SyntaxNode(Location);

/// <summary><c>directive @name(arguments) repeatable on A | B</c></summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives"/>
public sealed record DirectiveDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    ImmutableArray<InputValueDefinitionNode> Arguments,
    bool IsRepeatable,
    ImmutableArray<NameNode> Locations,
    Location Location) : DefinitionNode(Location);
