using System.Text.Json;

namespace GraphApi.Engine.TypeSystem.Leaves;

/// <summary>Writes strings of a scalar that takes any.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-String.Result-Coercion"/>
sealed class StringWriter() : ValueWriter<string?>(canBeNull: true, canBeInvalid: false)
{
    public override bool IsNull(string? value) => value is null;

    public override bool CanWrite(string? value) => true;

    public override bool TryWrite(Utf8JsonWriter writer, string? value)
    {
        // Null is written as null.
        writer.WriteStringValue(value);
        return true;
    }
}
