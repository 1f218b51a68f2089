using System.Globalization;
using System.Text.Json;

namespace GraphApi.Engine.TypeSystem.Scalars;

/// <summary><c>LocalDate</c>: a day of the calendar, <c>YYYY-MM-DD</c>; <see cref="DateOnly"/> in .NET.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Scalars.Custom-Scalars"/>
sealed class LocalDateScalar : TextScalar<DateOnly>
{
    const string Pattern = "yyyy-MM-dd";

    public override string Name => "LocalDate";

    protected override string Form => "a date (2025-11-22)";

    public override bool CanWrite(object value) => value is DateOnly;

    public override bool TryWrite(Utf8JsonWriter writer, object value)
    {
        if (value is not DateOnly date)
        {
            return false;
        }

        Write(writer, date);
        return true;
    }

    /// <summary>Writes a day without boxing it.</summary>
    public static void Write(Utf8JsonWriter writer, DateOnly date)
    {
        Span<byte> text = stackalloc byte[Pattern.Length];
        date.TryFormat(text, out _, Pattern, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text);
    }

    protected override bool TryParse(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
}
