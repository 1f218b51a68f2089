using System.Collections;
using System.Text.Json;

namespace GraphApi.Engine.TypeSystem.Leaves;

/// <summary>
/// Writes values of any CLR type, boxed: for what has no writer of its own, and for what a step made.
/// </summary>
/// <param name="type">A scalar, an enum, or a wrapping of one.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Result-Coercion"/>
sealed class AnyWriter<TValue>(GraphQLType type)
    : ValueWriter<TValue>(canBeNull: default(TValue) is null, canBeInvalid: true)
{
    public override bool IsNull(TValue value) => value is null;

    public override bool CanWrite(TValue value) => CanWrite(type.Nullable, value);

    public override bool TryWrite(Utf8JsonWriter writer, TValue value) => TryWrite(writer, type.Nullable, value);

    static bool CanWrite(GraphQLType type, object? value) => type switch
    {
        NonNullType nonNull => value is not null && CanWrite(nonNull.OfType, value),
        _ when value is null => true,
        ListType list => value is IEnumerable items and not string
            && items.Cast<object?>().All(item => CanWrite(list.OfType, item)),
        ScalarType scalar => scalar.Coercion.CanWrite(value),
        EnumType enumeration => NameOf(enumeration, value) is not null,
        _ => false,
    };

    static bool TryWrite(Utf8JsonWriter writer, GraphQLType type, object? value)
    {
        switch (type)
        {
            case NonNullType nonNull:
                return value is not null && TryWrite(writer, nonNull.OfType, value);
            case var _ when value is null:
                writer.WriteNullValue();
                return true;
            case ListType list:
                return value is IEnumerable items and not string && TryWriteItems(writer, list.OfType, items);
            case ScalarType scalar:
                return scalar.Coercion.TryWrite(writer, value);
            case EnumType enumeration when NameOf(enumeration, value) is { } name:
                writer.WriteStringValue(name);
                return true;
            default:
                return false;
        }
    }

    static bool TryWriteItems(Utf8JsonWriter writer, GraphQLType type, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            if (!TryWrite(writer, type, item))
            {
                return false;
            }
        }

        writer.WriteEndArray();
        return true;
    }

    static string? NameOf(EnumType type, object value)
    {
        foreach (var member in type.Values)
        {
            if (member.Value.Equals(value) || member.Name.Equals(value))
            {
                return member.Name;
            }
        }

        return null;
    }
}
