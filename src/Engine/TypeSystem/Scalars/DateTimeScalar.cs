using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GraphApi.Engine.TypeSystem.Scalars;

/// <summary>
/// <c>DateTime</c>: an instant, RFC 3339 with an offset and at most seven digits of a second; a UTC
/// <see cref="DateTime"/> in .NET, where one of unspecified kind is taken for UTC. Always written with <c>Z</c>.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Scalars.Custom-Scalars"/>
sealed partial class DateTimeScalar : TextScalar<DateTime>
{
    public override string Name => "DateTime";

    protected override string Form => "an RFC 3339 date and time with an offset (2025-11-22T12:00:00Z)";

    public override bool CanWrite(object value) => value is DateTime or DateTimeOffset;

    public override bool TryWrite(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case DateTime instant:
                Write(writer, instant);
                return true;
            case DateTimeOffset instant:
                Write(writer, instant.UtcDateTime);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Writes an instant without boxing it.</summary>
    public static void Write(Utf8JsonWriter writer, DateTime instant) => writer.WriteStringValue(instant.Kind switch
    {
        DateTimeKind.Local => instant.ToUniversalTime(),
        _ => DateTime.SpecifyKind(instant, DateTimeKind.Utc),
    });

    protected override bool TryParse(string text, out DateTime value)
    {
        // An instant outside the years 1 to 9999 of UTC is refused by DateTimeOffset, where DateTime would wrap around.
        DateTimeOffset instant = default;
        var valid = Rfc3339().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
        value = instant.UtcDateTime;
        return valid;
    }

    [GeneratedRegex(
        @"\A[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?([Zz]|[+-][0-9]{2}:[0-9]{2})\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rfc3339();
}
