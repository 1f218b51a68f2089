using System.Text;
using GraphApi.Distribution.Search;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution;

/// <summary>
/// How the entities lie in the database, without any row rule: the mapping below each entity, and what holds for all.
/// Columns are named as the properties in snake_case.
/// </summary>
static class DistributionModel
{
    /// <summary>Applies the mappings and names the columns.</summary>
    /// <param name="model">The model.</param>
    /// <param name="provider">The name of the database's provider, <c>Database.ProviderName</c>.</param>
    public static void Configure(ModelBuilder model, string? provider)
    {
        var hasArrays = provider?.EndsWith("Sqlite", StringComparison.Ordinal) is not true;
        model.ApplyConfigurationsFromAssembly(typeof(DistributionModel).Assembly);
        if (hasArrays)
        {
            PostgreSqlIndex.Configure(model);
        }
        else
        {
            SqliteIndex.Configure(model);
        }

        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(ToSnakeCase(property.Name));
                if (!hasArrays && property.ClrType.GetElementType() is { } item && item != typeof(byte))
                {
                    property.SetElementType(null);
                    property.SetValueConverter(typeof(JsonArray<>).MakeGenericType(item));
                    property.SetValueComparer(typeof(JsonArray<>.Comparer).MakeGenericType(item));
                }
            }
        }
    }

    static string ToSnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]))
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }
}
