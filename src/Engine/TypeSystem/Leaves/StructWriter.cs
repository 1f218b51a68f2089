using System.Text.Json;

namespace GraphApi.Engine.TypeSystem.Leaves;

/// <summary>Writes the values of a scalar that are numbers, times and the like.</summary>
/// <param name="write">Writes a value that is valid.</param>
/// <param name="isValid">Whether it is; null: all are.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Scalars.Result-Coercion-and-Serialization"/>
sealed class StructWriter<TValue>(Action<Utf8JsonWriter, TValue> write, Func<TValue, bool>? isValid = null)
    : ValueWriter<TValue>(canBeNull: false, canBeInvalid: isValid is not null)
    where TValue : struct
{
    public override bool IsNull(TValue value) => false;

    public override bool CanWrite(TValue value) => isValid is null || isValid(value);

    public override bool TryWrite(Utf8JsonWriter writer, TValue value)
    {
        if (!CanWrite(value))
        {
            return false;
        }

        write(writer, value);
        return true;
    }
}
