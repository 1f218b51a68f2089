using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GraphApi.Distribution;

/// <summary>
/// An array in one column of a database without arrays: JSON, enumerations as the names of their members. It is one
/// value
/// to EF, which can then read it at any depth of a statement.
/// </summary>
sealed class JsonArray<TItem>() : ValueConverter<TItem[], string>(items => Write(items), json => Read(json))
{
    /// <summary>Two arrays are equal where their items are, in order.</summary>
    public sealed class Comparer() : ValueComparer<TItem[]>(
        (left, right) => ReferenceEquals(left, right) || (left != null && right != null && left.SequenceEqual(right)),
        items => items.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
        items => items.ToArray());

    static string Write(TItem[] items) =>
        JsonSerializer.Serialize(Array.ConvertAll(items, item => Convert.ToString(item, CultureInfo.InvariantCulture)));

    static TItem[] Read(string json)
    {
        var texts = JsonSerializer.Deserialize<string[]>(json)!;
        return typeof(TItem).IsEnum
            ? Array.ConvertAll(texts, text => (TItem)Enum.Parse(typeof(TItem), text))
            : typeof(TItem) == typeof(int)
                ? (TItem[])(object)Array.ConvertAll(texts, text => int.Parse(text, CultureInfo.InvariantCulture))
                : (TItem[])(object)texts;
    }
}
