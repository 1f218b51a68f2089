using System.Collections.Immutable;
using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Queries;

namespace GraphApi.Data.Projections;

/// <summary>
/// On which rows a value is loaded: everywhere, or where all rules of one of its readers hold. Mutable while a document
/// is planned.
/// </summary>
sealed class Mask
{
    readonly List<ImmutableArray<PlacedGuard>> _readers = [];

    /// <summary>Adds a reader: what reads the value where these rules hold.</summary>
    public void Add(ImmutableArray<PlacedGuard> rules)
    {
        if (!_readers.Exists(known => known.All(rules.Contains)))
        {
            _readers.RemoveAll(known => rules.All(known.Contains));
            _readers.Add(rules);
        }
    }

    /// <summary>A copy that can be added to.</summary>
    public Mask Copy()
    {
        var copy = new Mask();
        copy._readers.AddRange(_readers);
        return copy;
    }

    /// <summary>The condition; null: everywhere.</summary>
    /// <param name="rows">The row that is read first and those its references lead to.</param>
    /// <param name="builder">Builds the statement.</param>
    public Expression? Condition(IReadOnlyList<Expression> rows, QueryBuilder builder)
    {
        Expression? any = null;
        foreach (var reader in _readers)
        {
            if (PlacedGuard.AllHold(reader, rows, builder) is not { } all)
            {
                return null;
            }

            any = any is null ? all : Expression.OrElse(any, all);
        }

        return any;
    }

    /// <summary>The value where the mask lets it through, else null, or what stands for it in its type.</summary>
    /// <inheritdoc cref="Condition"/>
    public Expression Apply(Expression value, IReadOnlyList<Expression> rows, QueryBuilder builder) =>
        Condition(rows, builder) is { } condition ? Expression.Condition(condition, value, Nothing(value.Type)) : value;

    /// <summary>Empty, or the policies, for the printed plan.</summary>
    public override string ToString() => _readers.Exists(r => r.IsEmpty)
        ? ""
        : $" if {string.Join(" or ", _readers.Select(r => string.Join(" and ", r.Select(p => p.Guard.Policy))))}";

    static ConstantExpression Nothing(Type type) => Expression.Constant(
        type.IsValueType ? Activator.CreateInstance(type) : null,
        type);
}
