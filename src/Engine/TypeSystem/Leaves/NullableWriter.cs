using System.Text.Json;

namespace GraphApi.Engine.TypeSystem.Leaves;

/// <summary>Writes values that are structs or null.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Non-Null.Result-Coercion"/>
sealed class NullableWriter<TValue>(ValueWriter<TValue> inner)
    : ValueWriter<TValue?>(canBeNull: true, inner.CanBeInvalid)
    where TValue : struct
{
    public override bool IsNull(TValue? value) => value is null;

    public override bool CanWrite(TValue? value) => value is not { } present || inner.CanWrite(present);

    public override bool TryWrite(Utf8JsonWriter writer, TValue? value)
    {
        if (value is { } present)
        {
            return inner.TryWrite(writer, present);
        }

        writer.WriteNullValue();
        return true;
    }
}
