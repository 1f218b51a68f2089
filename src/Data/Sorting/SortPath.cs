using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Data.Sorting;

/// <summary>The references from the row that is sorted to the entity whose value it is sorted by.</summary>
/// <param name="Root">The CLR type of the row.</param>
/// <param name="References">The references, from the row on.</param>
/// <param name="Guards">The rules under which they may be read.</param>
sealed record SortPath(Type Root, IReadOnlyList<INavigation> References, IReadOnlyList<PlacedGuard> Guards)
{
    /// <summary>The path that has not left the row.</summary>
    public static SortPath At(Type root) => new(root, [], []);

    /// <summary>One reference further.</summary>
    public SortPath Then(INavigation reference, RowGuard? guard = null) =>
        this with { References = [.. References, reference], Guards = Under(guard) };

    /// <summary>The key of a value at the end of the path.</summary>
    public SortKey ToKey(ValueTarget value)
    {
        var row = Expression.Parameter(Root, "row");
        Expression at = row;
        foreach (var reference in References)
        {
            at = Expression.Property(at, reference.PropertyInfo!);
        }

        var lambda = Expression.Lambda(Expression.Property(at, value.Property), row);
        var isNullable = value.IsNullable || References.Any(r => !r.ForeignKey.IsRequired || !r.IsOnDependent);
        var name = string.Join('.', PropertyNames.Path(lambda)!.Select(p => p.Name));
        return new SortKey(name, lambda, isNullable, Under(value.Guard));
    }

    IReadOnlyList<PlacedGuard> Under(RowGuard? guard) =>
        guard is null ? Guards : [.. Guards, new PlacedGuard(References.Count, guard)];
}
