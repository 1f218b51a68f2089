using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Scalars;

/// <summary><c>Boolean</c>: <see cref="bool"/> in .NET.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Boolean"/>
sealed class BooleanScalar : ScalarCoercion
{
    // Boxed once, for all requests.
    static readonly object True = true;
    static readonly object False = false;

    public override string Name => "Boolean";

    public override Type ClrType => typeof(bool);

    public override bool TryParseLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? error)
    {
        if (literal is BooleanValueNode boolean)
        {
            value = boolean.Value ? True : False;
            error = null;
            return true;
        }

        value = null;
        error = $"Boolean cannot represent a non boolean value: {ValueText.Of(literal)}";
        return false;
    }

    public override bool TryParseJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? error)
    {
        if (json.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            value = json.ValueKind == JsonValueKind.True ? True : False;
            error = null;
            return true;
        }

        value = null;
        error = $"Boolean cannot represent a non boolean value: {ValueText.Of(json)}";
        return false;
    }

    public override bool CanWrite(object value) => value is bool;

    public override bool TryWrite(Utf8JsonWriter writer, object value)
    {
        if (value is not bool boolean)
        {
            return false;
        }

        writer.WriteBooleanValue(boolean);
        return true;
    }
}
