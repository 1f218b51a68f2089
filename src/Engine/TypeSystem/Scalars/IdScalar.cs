using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Scalars;

/// <summary>
/// <c>ID</c>: an identifier, <see cref="string"/> in .NET. Integers are read as their digits; it is always written as a
/// string.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-ID"/>
sealed class IdScalar : ScalarCoercion
{
    public override string Name => "ID";

    public override Type ClrType => typeof(string);

    public override bool TryParseLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? error)
    {
        value = literal switch
        {
            StringValueNode text => text.Value,
            IntValueNode integer => integer.Value,
            _ => null,
        };
        error = value is null
            ? $"ID cannot represent a non-string and non-integer value: {ValueText.Of(literal)}"
            : null;
        return error is null;
    }

    public override bool TryParseJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? error)
    {
        value = null;
        if (JsonText.TryGetString(json, out var text))
        {
            value = text;
        }
        else if (json.ValueKind == JsonValueKind.Number && json.GetRawText() is var digits && IsInteger(digits))
        {
            value = digits;
        }

        error = value is null ? $"ID cannot represent value: {ValueText.Of(json)}" : null;
        return error is null;
    }

    public override bool CanWrite(object value) => value is string or Guid or int or long;

    public override bool TryWrite(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                return true;
            case Guid guid:
                writer.WriteStringValue(guid);
                return true;
            case int or long:
                writer.WriteStringValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                return true;
            default:
                return false;
        }
    }

    static bool IsInteger(string digits) =>
        digits.AsSpan(digits[0] == '-' ? 1 : 0).IndexOfAnyExceptInRange('0', '9') < 0;
}
