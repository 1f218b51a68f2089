using System.Text.Json;

namespace GraphApi.Engine.TypeSystem.Leaves;

/// <summary>Writes the values of one leaf type that have one CLR type.</summary>
/// <param name="canBeNull">Whether the CLR type has null.</param>
/// <param name="canBeInvalid">Whether some value of the CLR type is no value of the leaf type.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Scalars.Result-Coercion-and-Serialization"/>
abstract class ValueWriter<TValue>(bool canBeNull, bool canBeInvalid)
{
    /// <summary>Whether the CLR type has null.</summary>
    public bool CanBeNull { get; } = canBeNull;

    /// <summary>Whether some value of the CLR type is no value of the leaf type.</summary>
    public bool CanBeInvalid { get; } = canBeInvalid;

    /// <summary>Whether the value is null.</summary>
    public abstract bool IsNull(TValue value);

    /// <summary>
    /// Whether <see cref="TryWrite"/> would write the value, null included. Asked before a response is begun, because
    /// errors stand before data.
    /// </summary>
    public abstract bool CanWrite(TValue value);

    /// <summary>
    /// Writes the value, null included; false, with an unknown part written, where it is no value of the type.
    /// </summary>
    public abstract bool TryWrite(Utf8JsonWriter writer, TValue value);
}
