using System.Text;
using GraphApi.Data.Sorting;
using GraphApi.Engine.Errors;

namespace GraphApi.Data.Paging;

/// <summary>
/// Turns the sort values of a row into a cursor and back. The cursor is bound to the field, the entity and the order,
/// so one of another list does not open, and its content needs no types of its own.
/// </summary>
sealed class CursorFormat
{
    readonly CursorSealer _sealer;
    readonly SortOrder _order;
    readonly byte[] _list;

    /// <summary>The cursors of a list.</summary>
    /// <param name="sealer">Seals them.</param>
    /// <param name="coordinate">The field, as <c>Type.field</c>.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="order">The order of the list.</param>
    public CursorFormat(CursorSealer sealer, string coordinate, string entity, SortOrder order)
    {
        _sealer = sealer;
        _order = order;
        _list = Encoding.UTF8.GetBytes($"{coordinate}\n{entity}\n{order.Shape}");
    }

    /// <summary>The cursor of a loaded row.</summary>
    public string Write(object row)
    {
        using var content = new MemoryStream(48);
        using var writer = new BinaryWriter(content, Encoding.UTF8);
        foreach (var (key, _) in _order.Terms)
        {
            var value = key.Read(row);
            writer.Write(value is not null);
            WriteValue(writer, value);
        }

        return _sealer.Seal(content.GetBuffer().AsSpan(0, (int)content.Length), _list);
    }

    /// <summary>
    /// The sort values of an argument; null where it is not given. Throws <see cref="GraphQLException"/> for a cursor
    /// that is none of this list.
    /// </summary>
    public object?[]? Open(string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        return Read(cursor) ?? throw new GraphQLException(new GraphQLError(
            "The cursor is invalid here. Pass one that a page of the same field in the same order returned.",
            ErrorCode.CursorInvalid));
    }

    /// <summary>The sort values, one a term; null where the cursor is none of this list.</summary>
    public object?[]? Read(string cursor)
    {
        if (_sealer.Open(cursor, _list) is not { } content)
        {
            return null;
        }

        // It is authentic, so it has the form that Write gave it.
        using var reader = new BinaryReader(new MemoryStream(content), Encoding.UTF8);
        var values = new object?[_order.Terms.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = reader.ReadBoolean() ? ReadValue(reader, _order.Terms[i].Key.ValueType) : null;
        }

        return values;
    }

    static void WriteValue(BinaryWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                writer.Write(text);
                break;
            case Guid id:
                writer.Write(id.ToByteArray());
                break;
            case DateTime time:
                writer.Write(time.Ticks);
                break;
            case DateOnly date:
                writer.Write(date.DayNumber);
                break;
            case double number:
                writer.Write(number);
                break;
            case decimal number:
                writer.Write(number);
                break;
            default:
                writer.Write(Convert.ToInt64(value));
                break;
        }
    }

    static object ReadValue(BinaryReader reader, Type type)
    {
        if (type == typeof(string))
        {
            return reader.ReadString();
        }

        if (type == typeof(Guid))
        {
            return new Guid(reader.ReadBytes(16));
        }

        if (type == typeof(DateTime))
        {
            return new DateTime(reader.ReadInt64(), DateTimeKind.Utc);
        }

        if (type == typeof(DateOnly))
        {
            return DateOnly.FromDayNumber(reader.ReadInt32());
        }

        if (type == typeof(double))
        {
            return reader.ReadDouble();
        }

        return type == typeof(decimal) ? reader.ReadDecimal() : Convert.ChangeType(reader.ReadInt64(), type);
    }
}
