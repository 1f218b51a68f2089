using System.Collections.Frozen;
using System.Text.Json;

namespace GraphApi.Engine.TypeSystem.Leaves;

/// <summary>Writes enum values that are given by their names in GraphQL.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Enums.Result-Coercion"/>
sealed class EnumNameWriter(EnumType type) : ValueWriter<string?>(canBeNull: true, canBeInvalid: true)
{
    readonly FrozenDictionary<string, JsonEncodedText> _names =
        type.Values.ToFrozenDictionary(value => value.Name, value => JsonEncodedText.Encode(value.Name));

    public override bool IsNull(string? value) => value is null;

    public override bool CanWrite(string? value) => value is null || _names.ContainsKey(value);

    public override bool TryWrite(Utf8JsonWriter writer, string? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return true;
        }

        if (!_names.TryGetValue(value, out var name))
        {
            return false;
        }

        writer.WriteStringValue(name);
        return true;
    }
}
