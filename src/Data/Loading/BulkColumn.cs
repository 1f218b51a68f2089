using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphApi.Data.Loading;

/// <summary>One column of a bulk insert: its name, and how an entity's value for it is found and converted.</summary>
sealed class BulkColumn
{
    readonly IClrPropertyGetter _getter;
    readonly Func<object?, object?>? _convert;

    /// <summary>The column that a mapped property has in its table.</summary>
    public BulkColumn(IProperty property, string name)
    {
        Name = name;
        Mapping = (RelationalTypeMapping)property.GetTypeMapping();
        _getter = property.GetGetter();
        _convert = Mapping.Converter?.ConvertToProvider;
    }

    /// <summary>The column's name, unquoted.</summary>
    public string Name { get; }

    /// <summary>Its type in the database.</summary>
    public RelationalTypeMapping Mapping { get; }

    /// <summary>
    /// The value of an entity for the column as the database driver takes it; null where the entity has none.
    /// </summary>
    public object? ValueOf(object entity)
    {
        var value = _getter.GetClrValue(entity);
        return value is null || _convert is null ? value : _convert(value);
    }
}
