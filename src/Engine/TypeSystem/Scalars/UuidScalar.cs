using System.Buffers;
using System.Text.Json;

namespace GraphApi.Engine.TypeSystem.Scalars;

/// <summary><c>UUID</c>: RFC 9562, 32 hexadecimal digits in five groups; <see cref="Guid"/> in .NET.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Scalars.Custom-Scalars"/>
sealed class UuidScalar : TextScalar<Guid>
{
    // Guid.Parse alone also takes spaces around the digits and signs inside them.
    static readonly SearchValues<char> Allowed = SearchValues.Create("0123456789abcdefABCDEF-");

    public override string Name => "UUID";

    protected override string Form => "a UUID (00000000-0000-0000-0000-000000000000)";

    public override bool CanWrite(object value) => value is Guid;

    public override bool TryWrite(Utf8JsonWriter writer, object value)
    {
        if (value is not Guid guid)
        {
            return false;
        }

        writer.WriteStringValue(guid);
        return true;
    }

    protected override bool TryParse(string text, out Guid value)
    {
        value = default;
        return text.AsSpan().IndexOfAnyExcept(Allowed) < 0 && Guid.TryParseExact(text, "D", out value);
    }
}
