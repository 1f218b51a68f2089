using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Scalars;

/// <summary>
/// <c>Float</c>: a finite IEEE 754 double, <see cref="double"/> in .NET. A <see cref="decimal"/> is written with all
/// its digits.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Float"/>
sealed class FloatScalar : ScalarCoercion
{
    public override string Name => "Float";

    public override Type ClrType => typeof(double);

    public override bool TryParseLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? error)
    {
        var text = literal switch
        {
            IntValueNode integer => integer.Value,
            FloatValueNode real => real.Value,
            _ => null,
        };
        if (text is not null
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number))
        {
            value = number;
            error = null;
            return true;
        }

        value = null;
        error = $"Float cannot represent non numeric value: {ValueText.Of(literal)}";
        return false;
    }

    public override bool TryParseJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? error)
    {
        if (json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) && double.IsFinite(number))
        {
            value = number;
            error = null;
            return true;
        }

        value = null;
        error = $"Float cannot represent non numeric value: {ValueText.Of(json)}";
        return false;
    }

    public override bool CanWrite(object value) => value switch
    {
        double real => double.IsFinite(real),
        float real => float.IsFinite(real),
        decimal or int or long => true,
        _ => false,
    };

    public override bool TryWrite(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case double real when double.IsFinite(real):
                writer.WriteNumberValue(real);
                return true;
            case float real when float.IsFinite(real):
                writer.WriteNumberValue(real);
                return true;
            case decimal real:
                writer.WriteNumberValue(real);
                return true;
            case int integer:
                writer.WriteNumberValue(integer);
                return true;
            case long integer:
                writer.WriteNumberValue(integer);
                return true;
            default:
                return false;
        }
    }
}
