using System.Text.Json;

namespace GraphApi.Engine.TypeSystem.Leaves;

/// <summary>Writes lists of leaves.</summary>
/// <param name="items">Writes an item.</param>
/// <param name="itemsRefuseNull">Whether the type of an item is non-null.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-List.Result-Coercion"/>
sealed class ListWriter<TList, TItem>(ValueWriter<TItem> items, bool itemsRefuseNull)
    : ValueWriter<TList?>(canBeNull: true, items.CanBeInvalid || (itemsRefuseNull && items.CanBeNull))
    where TList : class, IReadOnlyList<TItem>
{
    public override bool IsNull(TList? value) => value is null;

    public override bool CanWrite(TList? value)
    {
        for (var i = 0; i < value?.Count; i++)
        {
            var item = value[i];
            if ((itemsRefuseNull && items.IsNull(item)) || !items.CanWrite(item))
            {
                return false;
            }
        }

        return true;
    }

    public override bool TryWrite(Utf8JsonWriter writer, TList? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return true;
        }

        writer.WriteStartArray();
        for (var i = 0; i < value.Count; i++)
        {
            var item = value[i];
            if ((itemsRefuseNull && items.IsNull(item)) || !items.TryWrite(writer, item))
            {
                return false;
            }
        }

        writer.WriteEndArray();
        return true;
    }
}
