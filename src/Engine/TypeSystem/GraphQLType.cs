namespace GraphApi.Engine.TypeSystem;

/// <summary>A named type or a list or non-null wrapping of one.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Types"/>
public abstract class GraphQLType
{
    private protected GraphQLType()
    {
    }

    /// <summary>The type inside all wrappings.</summary>
    public abstract NamedType Named { get; }

    /// <summary>Whether null is no value of it.</summary>
    public bool IsNonNull => this is NonNullType;

    /// <summary>The type without an outer non-null.</summary>
    public GraphQLType Nullable => this is NonNullType nonNull ? nonNull.OfType : this;

    /// <summary>Whether it may stand in an argument or variable.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#IsInputType()"/>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether a field may have it.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#IsOutputType()"/>
    public bool IsOutput => Named is not InputObjectType;

    /// <summary>Whether the named type is a scalar or enum.</summary>
    public bool IsLeaf => Named is ScalarType or EnumType;
}

/// <summary><c>[Item]</c></summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-List"/>
#pragma warning disable MA0048 // the two wrappings are part of what a type is
public sealed class ListType : GraphQLType
{
    internal ListType(GraphQLType ofType) => OfType = ofType;

    /// <summary>The type of an item.</summary>
    public GraphQLType OfType { get; }

    /// <inheritdoc/>
    public override NamedType Named => OfType.Named;

    /// <inheritdoc/>
    public override string ToString() => $"[{OfType}]";
}

/// <summary><c>Type!</c></summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Non-Null"/>
public sealed class NonNullType : GraphQLType
{
    internal NonNullType(GraphQLType ofType) => OfType = ofType;

    /// <summary>The type that may be null without this wrapping; never itself non-null.</summary>
    public GraphQLType OfType { get; }

    /// <inheritdoc/>
    public override NamedType Named => OfType.Named;

    /// <inheritdoc/>
    public override string ToString() => $"{OfType}!";
}
#pragma warning restore MA0048
