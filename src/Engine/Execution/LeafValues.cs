using System.Collections;
using System.Text.Json;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Execution;

/// <summary>Writes leaf values that a step made, boxed, by their GraphQL type.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Result-Coercion"/>
static class LeafValues
{
    /// <summary>Writes the value; false where it is none of the type, with an unknown part of it written.</summary>
    public static bool TryWrite(Utf8JsonWriter writer, GraphQLType type, object? value)
    {
        switch (type)
        {
            case NonNullType nonNull:
                return value is not null && TryWrite(writer, nonNull.OfType, value);
            case var _ when value is null:
                writer.WriteNullValue();
                return true;
            case ListType list:
                return value is IEnumerable items and not string && TryWriteList(writer, list, items);
            case ScalarType scalar:
                return scalar.Coercion.TryWrite(writer, value);
            case EnumType enumeration:
                foreach (var member in enumeration.Values)
                {
                    if (member.Value.Equals(value))
                    {
                        writer.WriteStringValue(member.Name);
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    static bool TryWriteList(Utf8JsonWriter writer, ListType list, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            if (!TryWrite(writer, list.OfType, item))
            {
                return false;
            }
        }

        writer.WriteEndArray();
        return true;
    }
}
