using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace GraphApi.Engine.TypeSystem.Leaves;

/// <summary>
/// Writes members of the CLR enum that is bound to an enum type; their names are encoded once. The binding gives every
/// member a name, so a value without one is no member (<c>(Color)99</c>), and no value of the type.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Enums.Result-Coercion"/>
sealed class EnumWriter<TEnum>(EnumType type) : ValueWriter<TEnum>(canBeNull: false, canBeInvalid: true)
    where TEnum : struct, Enum
{
    readonly FrozenDictionary<TEnum, JsonEncodedText> _names =
        type.Values.ToFrozenDictionary(value => (TEnum)value.Value, value => JsonEncodedText.Encode(value.Name));

    /// <summary>How many members there are from 0 on without a gap, which are known without being looked up.</summary>
    readonly int _dense = Dense(type);

    public override bool IsNull(TEnum value) => false;

    public override bool CanWrite(TEnum value) => IsDense(value) || _names.ContainsKey(value);

    public override bool TryWrite(Utf8JsonWriter writer, TEnum value)
    {
        if (!_names.TryGetValue(value, out var name))
        {
            return false;
        }

        writer.WriteStringValue(name);
        return true;
    }

    bool IsDense(TEnum value) =>
        Unsafe.SizeOf<TEnum>() == sizeof(int) && Unsafe.BitCast<TEnum, uint>(value) < (uint)_dense;

    static int Dense(EnumType type)
    {
        var members = type.Values.Select(value => Convert.ToInt64(value.Value)).ToHashSet();
        var count = 0;
        while (members.Contains(count))
        {
            count++;
        }

        return count;
    }
}
