using System.Diagnostics.CodeAnalysis;
using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Language;

/// <summary>
/// The one name of an element of a schema: of a type, a field, an input field, an enum value, an argument or a
/// directive. <see cref="object.ToString"/> gives the text that <see cref="Parse"/> reads.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Coordinates"/>
public abstract record SchemaCoordinate
{
    private protected SchemaCoordinate()
    {
    }

    /// <summary>The coordinate of the element that holds this one; null: none does.</summary>
    public abstract SchemaCoordinate? Container { get; }

    /// <summary>Reads a coordinate. Spaces and comments are no part of one.</summary>
    /// <exception cref="FormatException">The text is none; the message says why.</exception>
    public static SchemaCoordinate Parse(string text) =>
        TryParse(text, out var coordinate, out var error) ? coordinate : throw new FormatException(error.Message);

    /// <summary>Reads a coordinate, or says where the text stops being one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="coordinate">The coordinate; null where there is an error.</param>
    /// <param name="error">
    /// What is wrong, with its place and the code <see cref="ErrorCode.Syntax"/>; null where there is a coordinate.
    /// </param>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out SchemaCoordinate? coordinate,
        [NotNullWhen(false)] out GraphQLError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        (coordinate, error) = new CoordinateParser(text).Parse();
        return error is null;
    }
}

/// <summary><c>Type</c></summary>
/// <param name="TypeName">The name of the type.</param>
/// <seealso href="https://spec.graphql.org/September2025/#TypeCoordinate"/>
public sealed record TypeCoordinate(string TypeName) : SchemaCoordinate
{
    /// <inheritdoc/>
    public override SchemaCoordinate? Container => null;

    /// <inheritdoc/>
    public override string ToString() => TypeName;
}

/// <summary><c>Type.field</c>, <c>Input.field</c> or <c>Enum.VALUE</c></summary>
/// <param name="TypeName">The name of the type.</param>
/// <param name="MemberName">The name of its field, input field or value.</param>
/// <seealso href="https://spec.graphql.org/September2025/#MemberCoordinate"/>
public sealed record MemberCoordinate(string TypeName, string MemberName) : SchemaCoordinate
{
    /// <inheritdoc/>
    public override TypeCoordinate Container => new(TypeName);

    /// <inheritdoc/>
    public override string ToString() => $"{TypeName}.{MemberName}";
}

/// <summary><c>Type.field(argument:)</c></summary>
/// <param name="TypeName">The name of the object or interface.</param>
/// <param name="FieldName">The name of its field.</param>
/// <param name="ArgumentName">The name of the field's argument.</param>
/// <seealso href="https://spec.graphql.org/September2025/#ArgumentCoordinate"/>
public sealed record ArgumentCoordinate(string TypeName, string FieldName, string ArgumentName) : SchemaCoordinate
{
    /// <inheritdoc/>
    public override MemberCoordinate Container => new(TypeName, FieldName);

    /// <inheritdoc/>
    public override string ToString() => $"{TypeName}.{FieldName}({ArgumentName}:)";
}

/// <summary><c>@directive</c></summary>
/// <param name="DirectiveName">The name, without the at sign.</param>
/// <seealso href="https://spec.graphql.org/September2025/#DirectiveCoordinate"/>
public sealed record DirectiveCoordinate(string DirectiveName) : SchemaCoordinate
{
    /// <inheritdoc/>
    public override SchemaCoordinate? Container => null;

    /// <inheritdoc/>
    public override string ToString() => $"@{DirectiveName}";
}

/// <summary><c>@directive(argument:)</c></summary>
/// <param name="DirectiveName">The name of the directive, without the at sign.</param>
/// <param name="ArgumentName">The name of its argument.</param>
/// <seealso href="https://spec.graphql.org/September2025/#DirectiveArgumentCoordinate"/>
public sealed record DirectiveArgumentCoordinate(string DirectiveName, string ArgumentName) : SchemaCoordinate
{
    /// <inheritdoc/>
    public override DirectiveCoordinate Container => new(DirectiveName);

    /// <inheritdoc/>
    public override string ToString() => $"@{DirectiveName}({ArgumentName}:)";
}
