using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Scalars;

/// <summary><c>Long</c>: a signed 64-bit integer, <see cref="long"/> in .NET, written as a JSON number.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Scalars.Custom-Scalars"/>
sealed class LongScalar : ScalarCoercion
{
    public override string Name => "Long";

    public override Type ClrType => typeof(long);

    public override bool TryParseLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? error)
    {
        if (literal is not IntValueNode integer)
        {
            value = null;
            error = $"Long cannot represent non-integer value: {ValueText.Of(literal)}";
            return false;
        }

        if (long.TryParse(integer.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            value = number;
            error = null;
            return true;
        }

        value = null;
        error = $"Long cannot represent non 64-bit signed integer value: {ValueText.Of(literal)}";
        return false;
    }

    public override bool TryParseJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? error)
    {
        value = null;
        error = null;
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var number))
        {
            value = number;
            return true;
        }

        // Beyond 2^53 a number with a fraction or an exponent is not exact, so such numbers are not taken at all.
        error = $"Long cannot represent non 64-bit signed integer value: {ValueText.Of(json)}";
        return false;
    }

    public override bool CanWrite(object value) => value is long or int or short or byte;

    public override bool TryWrite(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case long integer:
                writer.WriteNumberValue(integer);
                return true;
            case int integer:
                writer.WriteNumberValue(integer);
                return true;
            case short integer:
                writer.WriteNumberValue(integer);
                return true;
            case byte integer:
                writer.WriteNumberValue(integer);
                return true;
            default:
                return false;
        }
    }
}
