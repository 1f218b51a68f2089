using System.Linq.Expressions;

namespace GraphApi.Data.Bindings;

/// <summary>The order of a list where nobody asks for another. Mutable while it is declared.</summary>
public sealed class ListOrder<TEntity> : ListOrder
{
    /// <summary>Then by <paramref name="key"/>, from the least. Null is greater than every value.</summary>
    public ListOrder<TEntity> OrderBy<TKey>(Expression<Func<TEntity, TKey>> key)
    {
        Add(new OrderTerm(key, false));
        return this;
    }

    /// <summary>Then by <paramref name="key"/>, from the greatest.</summary>
    public ListOrder<TEntity> OrderByDescending<TKey>(Expression<Func<TEntity, TKey>> key)
    {
        Add(new OrderTerm(key, true));
        return this;
    }

    /// <summary>
    /// The entity that joins parents and children is indexed by parent, <paramref name="sortValue"/> and
    /// <paramref name="childKey"/>, where <paramref name="condition"/> holds: only such rows count, and a page in this
    /// order, which must be of one key, walks the index.
    /// </summary>
    public ListOrder<TEntity> Indexed<TLink, TKey>(
        Expression<Func<TLink, bool>> condition,
        Expression<Func<TLink, TKey>> sortValue,
        Expression<Func<TLink, Guid>> childKey)
    {
        Link = new LinkIndex(condition, sortValue, childKey);
        return this;
    }
}

/// <summary>A <see cref="ListOrder{TEntity}"/> without its type.</summary>
#pragma warning disable MA0048 // the twin of the generic one
public abstract class ListOrder
#pragma warning restore MA0048
{
    readonly List<OrderTerm> _terms = [];

    private protected ListOrder()
    {
    }

    /// <summary>The terms; empty: the order of the type.</summary>
    internal IReadOnlyList<OrderTerm> Terms => _terms;

    /// <summary>The index over the joining entity; null: none.</summary>
    internal LinkIndex? Link { get; private protected set; }

    private protected void Add(OrderTerm term) => _terms.Add(term);
}
