using System.Collections.Frozen;
using System.Text.Json;

namespace GraphApi.Engine.TypeSystem.Leaves;

/// <summary>
/// Writes members of the CLR enum that is bound to an enum type; their names are encoded once. The binding gives every
/// member a name, so a value without one is no member (<c>(Color)99</c>): null is written then, and false returned.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Enums.Result-Coercion"/>
sealed class EnumWriter<TEnum>(EnumType type) : ValueWriter<TEnum>(canBeNull: false, canBeInvalid: false)
    where TEnum : struct, Enum
{
    readonly FrozenDictionary<TEnum, JsonEncodedText> _names =
        type.Values.ToFrozenDictionary(value => (TEnum)value.Value, value => JsonEncodedText.Encode(value.Name));

    public override bool IsNull(TEnum value) => false;

    public override bool TryWrite(Utf8JsonWriter writer, TEnum value)
    {
        if (_names.TryGetValue(value, out var name))
        {
            writer.WriteStringValue(name);
            return true;
        }

        writer.WriteNullValue();
        return false;
    }
}
