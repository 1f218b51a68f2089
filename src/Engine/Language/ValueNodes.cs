using System.Collections.Immutable;
using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Language;

/// <summary>A value in a document.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Values"/>
public abstract record ValueNode(Location Location) : SyntaxNode(Location);

/// <summary><c>$name</c></summary>
public sealed record VariableNode(NameNode Name, Location Location) : ValueNode(Location);

/// <summary>An integer, as written.</summary>
public sealed record IntValueNode(string Value, Location Location) : ValueNode(Location);

/// <summary>A number with a fraction or an exponent, as written.</summary>
public sealed record FloatValueNode(string Value, Location Location) : ValueNode(Location);

/// <summary>
/// A string or block string; <paramref name="Value"/> is what it means, escapes and indentation resolved.
/// </summary>
public sealed record StringValueNode(string Value, bool IsBlock, Location Location) : ValueNode(Location);

/// <summary><c>true</c> or <c>false</c></summary>
public sealed record BooleanValueNode(bool Value, Location Location) : ValueNode(Location);

/// <summary><c>null</c></summary>
public sealed record NullValueNode(Location Location) : ValueNode(Location);

/// <summary>A name that is not true, false or null.</summary>
public sealed record EnumValueNode(string Value, Location Location) : ValueNode(Location);

/// <summary><c>[a, b]</c></summary>
public sealed record ListValueNode(ImmutableArray<ValueNode> Values, Location Location) : ValueNode(Location);

/// <summary><c>{ a: 1 }</c></summary>
public sealed record ObjectValueNode(ImmutableArray<ObjectFieldNode> Fields, Location Location) : ValueNode(Location);

/// <summary><c>a: 1</c> inside an input object.</summary>
public sealed record ObjectFieldNode(NameNode Name, ValueNode Value, Location Location) : SyntaxNode(Location);

/// <summary>A reference to a type.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-References"/>
public abstract record TypeNode(Location Location) : SyntaxNode(Location);

/// <summary>A type by its name.</summary>
public sealed record NamedTypeNode(NameNode Name, Location Location) : TypeNode(Location);

/// <summary><c>[Type]</c></summary>
public sealed record ListTypeNode(TypeNode Type, Location Location) : TypeNode(Location);

/// <summary><c>Type!</c>; <paramref name="Type"/> is never itself non-null.</summary>
public sealed record NonNullTypeNode(TypeNode Type, Location Location) : TypeNode(Location);
