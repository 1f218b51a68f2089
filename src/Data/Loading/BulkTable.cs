using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphApi.Data.Loading;

/// <summary>The table that an entity type maps to, as a bulk insert needs it.</summary>
sealed class BulkTable
{
    /// <summary>The table of an entity type. Throws where the type maps to none or to several.</summary>
    public BulkTable(IEntityType entityType)
    {
        var mapping = entityType.GetTableMappings().Single();
        Name = mapping.Table.Name;
        Columns =
        [
            .. mapping.ColumnMappings
                .Where(column => column.Property.GetBeforeSaveBehavior() is not PropertySaveBehavior.Ignore)
                .Select(column => new BulkColumn(column.Property, column.Column.Name)),
        ];
    }

    /// <summary>The table's name, unquoted.</summary>
    public string Name { get; }

    /// <summary>The mapped columns, without those that the database fills in by itself.</summary>
    public IReadOnlyList<BulkColumn> Columns { get; }

    /// <summary>The quoted column names with commas between.</summary>
    public string ColumnList(ISqlGenerationHelper sql) =>
        string.Join(", ", Columns.Select(column => sql.DelimitIdentifier(column.Name)));
}
