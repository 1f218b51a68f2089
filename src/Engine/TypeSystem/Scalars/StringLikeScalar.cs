using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Scalars;

/// <summary>
/// A scalar whose values are any text, <see cref="string"/> in .NET: <c>String</c> itself, and scalars that only say
/// more of what the text is (<c>Markdown</c>, <c>PlainText</c>).
/// </summary>
/// <param name="name">The name of the scalar.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-String"/>
public sealed class StringLikeScalar(string name) : ScalarCoercion
{
    /// <inheritdoc/>
    public override string Name { get; } = name;

    /// <inheritdoc/>
    public override Type ClrType => typeof(string);

    /// <inheritdoc/>
    public override bool TryParseLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? error)
    {
        if (literal is StringValueNode text)
        {
            value = text.Value;
            error = null;
            return true;
        }

        value = null;
        error = $"{Name} cannot represent a non string value: {ValueText.Of(literal)}";
        return false;
    }

    /// <inheritdoc/>
    public override bool TryParseJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? error)
    {
        if (JsonText.TryGetString(json, out var text))
        {
            value = text;
            error = null;
            return true;
        }

        value = null;
        error = $"{Name} cannot represent a non string value: {ValueText.Of(json)}";
        return false;
    }

    /// <inheritdoc/>
    public override bool CanWrite(object value) => value is string;

    /// <inheritdoc/>
    public override bool TryWrite(Utf8JsonWriter writer, object value)
    {
        if (value is not string text)
        {
            return false;
        }

        writer.WriteStringValue(text);
        return true;
    }
}
