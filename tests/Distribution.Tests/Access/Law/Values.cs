using System.Globalization;
using System.Reflection;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Demonstration;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Distribution.Tests.Access.Law;

/// <summary>
/// The values that conditions are made with: those that stand in the rows, hidden ones included, since a guess that is
/// right is what must tell nothing.
/// </summary>
sealed class Values
{
    readonly Dictionary<string, List<object>> _byName = [];
    readonly Dictionary<string, List<Guid>> _ids = [];
    readonly List<string> _types;

    public Values(IModel model, RowBatch rows)
    {
        foreach (var row in model.GetEntityTypes().SelectMany(type => rows.Of(type.ClrType)))
        {
            foreach (var property in row.GetType().GetProperties())
            {
                Add(row, property);
            }
        }

        _types = [.. _ids.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>The id of a row of a type or, at times, of another type, or of none.</summary>
    public string Id(Draw draw, string? type) => draw.Between(0, 9) switch
    {
        0 => NodeIds.Format(type ?? draw.Pick(_types), draw.Id()),
        1 => NodeIds.Format(type ?? "Product", draw.Pick(_ids[draw.Pick(_types)])),
        2 => "not-an-id",
        _ when type is not null && _ids.TryGetValue(type, out var ids) => NodeIds.Format(type, draw.Pick(ids)),
        _ => AnyId(draw),
    };

    /// <summary>A value of a scalar for a field of a name, in JSON's types.</summary>
    public object? Of(Draw draw, string scalar, string field)
    {
        var found = _byName.GetValueOrDefault(field)?.Where(value => Fits(value, scalar)).ToList();
        var value = found is { Count: > 0 } ? draw.Pick(found) : null;
        return scalar switch
        {
            "Int" or "Long" => value ?? draw.Between(0, 5),
            "Float" => (double)draw.Between(0, 5),
            "Boolean" => draw.Chance(0.5),
            "DateTime" => Text((DateTime?)value ?? draw.Past(), "yyyy-MM-dd'T'HH:mm:ss'Z'"),
            "LocalDate" => Text((DateOnly?)value ?? new DateOnly(2026, 11, 1), "yyyy-MM-dd"),
            _ when field == "text" => Words(draw, (string?)value ?? "harbor"),
            _ => Part(draw, (string?)value ?? "harbor"),
        };
    }

    static string Text(IFormattable value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    string AnyId(Draw draw)
    {
        var type = draw.Pick(_types);
        return NodeIds.Format(type, draw.Pick(_ids[type]));
    }

    // What one looks for: words of a text, some of them in quotes, begun only, or to be left out.
    static string Words(Draw draw, string text)
    {
        var words = text.Split(' ', '(', ')').Where(word => word.Length > 2).ToList();
        var word = draw.Pick(words);
        return draw.Between(0, 6) switch
        {
            0 => $"\"{words[0]} {words[^1]}\"",
            1 => $"\"{string.Join(' ', words.Take(2))}\"",
            2 => $"{word[..2]}*",
            3 => $"{draw.Pick(words)} -{word}",
            4 => $"portion -{word}",
            5 => text,
            _ => word,
        };
    }

    // All of it, or a part that only some rows have.
    static string Part(Draw draw, string text)
    {
        if (text.Length < 4 || draw.Chance(0.6))
        {
            return text;
        }

        var start = draw.Between(0, text.Length / 2);
        return text.Substring(start, draw.Between(1, text.Length - start));
    }

    static bool Fits(object value, string scalar) => value switch
    {
        int or long => scalar is "Int" or "Long",
        DateTime => scalar == "DateTime",
        DateOnly => scalar == "LocalDate",
        string => scalar is not ("Int" or "Long" or "DateTime" or "LocalDate"),
        _ => false,
    };

    void Add(object row, PropertyInfo property)
    {
        if (property.Name == "Id" && property.GetValue(row) is Guid id)
        {
            (_ids.TryGetValue(row.GetType().Name, out var ids) ? ids : _ids[row.GetType().Name] = []).Add(id);
        }
        else if (property.GetValue(row) is string or DateTime or DateOnly or int or long)
        {
            var name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            (_byName.TryGetValue(name, out var values) ? values : _byName[name] = []).Add(property.GetValue(row)!);
        }
    }
}
