using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Scalars;

/// <summary><c>Int</c>: a signed 32-bit integer, <see cref="int"/> in .NET.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Int"/>
sealed class IntScalar : ScalarCoercion
{
    public override string Name => "Int";

    public override Type ClrType => typeof(int);

    public override bool TryParseLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? error)
    {
        if (literal is not IntValueNode integer)
        {
            value = null;
            error = $"Int cannot represent non-integer value: {ValueText.Of(literal)}";
            return false;
        }

        if (int.TryParse(integer.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            value = number;
            error = null;
            return true;
        }

        value = null;
        error = $"Int cannot represent non 32-bit signed integer value: {ValueText.Of(literal)}";
        return false;
    }

    public override bool TryParseJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? error)
    {
        value = null;
        error = null;
        if (json.ValueKind != JsonValueKind.Number)
        {
            error = $"Int cannot represent non-integer value: {ValueText.Of(json)}";
            return false;
        }

        if (json.TryGetInt32(out var number))
        {
            value = number;
            return true;
        }

        // 1.0 and 1e2 are integers in JSON, which has one kind of number.
        if (!json.TryGetDouble(out var real) || real != Math.Truncate(real))
        {
            error = $"Int cannot represent non-integer value: {ValueText.Of(json)}";
            return false;
        }

        if (real is < int.MinValue or > int.MaxValue)
        {
            error = $"Int cannot represent non 32-bit signed integer value: {ValueText.Of(json)}";
            return false;
        }

        value = (int)real;
        return true;
    }

    public override bool CanWrite(object value) => TryRead(value, out _);

    public override bool TryWrite(Utf8JsonWriter writer, object value)
    {
        if (!TryRead(value, out var number))
        {
            return false;
        }

        writer.WriteNumberValue(number);
        return true;
    }

    static bool TryRead(object value, out int number)
    {
        switch (value)
        {
            case int integer:
                number = integer;
                return true;
            case short integer:
                number = integer;
                return true;
            case byte integer:
                number = integer;
                return true;
            case long integer and >= int.MinValue and <= int.MaxValue:
                number = (int)integer;
                return true;
            default:
                number = 0;
                return false;
        }
    }
}
