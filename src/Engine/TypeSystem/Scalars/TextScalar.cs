using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Scalars;

/// <summary>
/// A scalar that is a string of a certain form in documents and JSON, and a <typeparamref name="TValue"/> in .NET.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Scalars.Custom-Scalars"/>
abstract class TextScalar<TValue> : ScalarCoercion
    where TValue : notnull
{
    public sealed override Type ClrType => typeof(TValue);

    /// <summary>What a value must be, as the rest of "Name must be ...".</summary>
    protected abstract string Form { get; }

    public sealed override bool TryParseLiteral(
        ValueNode literal,
        out object? value,
        [NotNullWhen(false)] out string? error)
    {
        if (literal is StringValueNode text && TryParse(text.Value, out var parsed))
        {
            value = parsed;
            error = null;
            return true;
        }

        value = null;
        error = $"{Name} must be {Form}: {ValueText.Of(literal)}";
        return false;
    }

    public sealed override bool TryParseJson(
        JsonElement json,
        out object? value,
        [NotNullWhen(false)] out string? error)
    {
        if (JsonText.TryGetString(json, out var text) && TryParse(text, out var parsed))
        {
            value = parsed;
            error = null;
            return true;
        }

        value = null;
        error = $"{Name} must be {Form}: {ValueText.Of(json)}";
        return false;
    }

    /// <summary>The value of a text; false where it has not the form.</summary>
    protected abstract bool TryParse(string text, [NotNullWhen(true)] out TValue? value);
}
