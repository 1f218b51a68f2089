using System.Linq.Expressions;
using System.Reflection;
using GraphApi.Data.Projections;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Data.Bindings;

/// <summary>The properties that code of one's own reads of a row.</summary>
sealed class Requirements
{
    readonly IReadOnlyList<IReadOnlyList<PropertyInfo>> _paths;

    Requirements(IReadOnlyList<IReadOnlyList<PropertyInfo>> paths)
    {
        _paths = paths;
    }

    /// <summary>
    /// The requirements; null, and reported, where a lambda is no path of columns and joinable references.
    /// </summary>
    public static Requirements? Of(DataSchema schema, FieldUse use, IEnumerable<LambdaExpression> lambdas)
    {
        var paths = new List<IReadOnlyList<PropertyInfo>>();
        foreach (var lambda in lambdas)
        {
            if (PropertyNames.Path(lambda) is not { } path || !IsLoadable(schema.FieldsOf(use.TypeName)!.Entity, path))
            {
                schema.Report(use.Coordinate, $"{lambda} cannot be loaded with the row.");
                return null;
            }

            paths.Add(path);
        }

        return new Requirements(paths);
    }

    /// <summary>Reads them of a row.</summary>
    public void AddTo(RowReading row)
    {
        foreach (var path in _paths)
        {
            row.Add(path, []);
        }
    }

    static bool IsLoadable(IReadOnlyEntityType entity, IReadOnlyList<PropertyInfo> path)
    {
        for (var i = 0; i < path.Count; i++)
        {
            if (entity.FindNavigation(path[i].Name) is INavigation { IsCollection: false } reference
                && References.CanJoin(reference))
            {
                entity = reference.TargetEntityType;
            }
            else if (i < path.Count - 1 || entity.FindProperty(path[i].Name) is null)
            {
                return false;
            }
        }

        return true;
    }
}
