using System.Linq.Expressions;
using System.Reflection;
using GraphApi.Data.Bindings;
using GraphApi.Data.Queries;

namespace GraphApi.Data.Sorting;

/// <summary>
/// A value that rows are sorted by, the same on both databases and in memory. An enum sorts as it is declared, false
/// before true, and null is greater than every value, as PostgreSQL has it. A value that may not be read is null.
/// </summary>
sealed class SortKey
{
    readonly LambdaExpression _access;
    readonly Lazy<Func<object, object?>> _read;

    /// <summary>A key.</summary>
    /// <param name="name">What the key is called in shapes: unique for the entity.</param>
    /// <param name="access">From a row to the value: properties only.</param>
    /// <param name="isNullable">Whether the value can be null in the database, be it because a reference on the path
    /// is.</param>
    /// <param name="guards">The rules under which the value may be read, each at the row it is asked of; null:
    /// none.</param>
    public SortKey(
        string name,
        LambdaExpression access,
        bool isNullable,
        IReadOnlyList<PlacedGuard>? guards = null)
    {
        Guards = guards ?? [];
        Name = Guards.Count == 0 ? name : $"{name} if {string.Join(" and ", Guards.Select(g => g.Guard.Policy))}";
        _access = access;
        var type = Nullable.GetUnderlyingType(access.ReturnType) ?? access.ReturnType;
        IsRanked = type.IsEnum || type == typeof(bool);
        ValueType = IsRanked ? typeof(int) : type;
        IsNullable = isNullable || Guards.Count > 0 || Nullable.GetUnderlyingType(access.ReturnType) is not null;
        Path = Bindings.PropertyNames.Path(access)
            ?? throw new ArgumentException(
                $"A list cannot be sorted by {access}: it is no path of properties.",
                nameof(access));
        _read = new Lazy<Func<object, object?>>(CompileRead);
    }

    /// <summary>What the key is called.</summary>
    public string Name { get; }

    /// <summary>The type of its values, not nullable.</summary>
    public Type ValueType { get; }

    /// <summary>Whether there may be nulls among its values.</summary>
    public bool IsNullable { get; }

    /// <summary>The properties from the row to the value.</summary>
    public IReadOnlyList<PropertyInfo> Path { get; }

    /// <summary>The rules under which the value may be read; empty: it may be read in any case.</summary>
    public IReadOnlyList<PlacedGuard> Guards { get; }

    /// <summary>The value of a loaded row.</summary>
    public Func<object, object?> Read => _read.Value;

    bool IsRanked { get; }

    /// <summary>
    /// The value of a row in the database: of <see cref="ValueType"/>, or its nullable where there may be nulls.
    /// </summary>
    public Expression Access(Expression row, QueryBuilder builder)
    {
        var rows = Substitute(row);
        return Masked(ToValue(rows[^1]), rows, builder);
    }

    /// <summary>Whether the value of a row is null.</summary>
    public Expression IsNull(Expression row, QueryBuilder builder)
    {
        var rows = Substitute(row);
        var value = Masked(Nullability(rows[^1]), rows, builder);
        return Expression.Equal(value, Expression.Constant(null, value.Type));
    }

    /// <summary><c>value &lt; other</c>, or <c>&gt;</c>.</summary>
    public static Expression Compare(Expression value, Expression other, bool less)
    {
        var type = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        if (type == typeof(string))
        {
            var order = Expression.Call(typeof(string), nameof(string.Compare), [], value, other);
            return less
                ? Expression.LessThan(order, Expression.Constant(0))
                : Expression.GreaterThan(order, Expression.Constant(0));
        }

        if (type == typeof(Guid))
        {
            var plain = value.Type == typeof(Guid) ? value : Expression.Property(value, "Value");
            var order = Expression.Call(plain, nameof(Guid.CompareTo), [], other);
            return less
                ? Expression.LessThan(order, Expression.Constant(0))
                : Expression.GreaterThan(order, Expression.Constant(0));
        }

        var lifted = value.Type == other.Type ? other : Expression.Convert(other, value.Type);
        return less ? Expression.LessThan(value, lifted) : Expression.GreaterThan(value, lifted);
    }

    /// <summary><c>value == other</c></summary>
    public static Expression Equal(Expression value, Expression other) =>
        Expression.Equal(value, value.Type == other.Type ? other : Expression.Convert(other, value.Type));

    /// <summary>The row, those that the references of the path lead to, and the value.</summary>
    Expression[] Substitute(Expression row)
    {
        var rows = new Expression[Path.Count + 1];
        rows[0] = row;
        for (var i = 0; i < Path.Count; i++)
        {
            rows[i + 1] = Expression.Property(rows[i], Path[i]);
        }

        return rows;
    }

    Expression Masked(Expression value, IReadOnlyList<Expression> rows, QueryBuilder builder) =>
        PlacedGuard.AllHold(Guards, rows, builder) is { } isReadable
            ? Expression.Condition(isReadable, value, Expression.Constant(null, value.Type))
            : value;

    static Expression Nullability(Expression value) =>
        value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null
            ? Expression.Convert(value, typeof(Nullable<>).MakeGenericType(value.Type))
            : value;

    Expression ToValue(Expression value)
    {
        if (!IsRanked)
        {
            return IsNullable ? Nullability(value) : value;
        }

        // value == A ? 0 : value == B ? 1 ... : null. The names are stored, so the database cannot know the order.
        var type = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        object[] members = type == typeof(bool) ? [false, true] : [.. Enum.GetValues(type).Cast<object>()];
        var rankType = IsNullable ? typeof(int?) : typeof(int);
        Expression rank = IsNullable
            ? Expression.Constant(null, typeof(int?))
            : Expression.Constant(members.Length, typeof(int));
        for (var i = members.Length - 1; i >= 0; i--)
        {
            Expression member = Expression.Constant(members[i], type);
            rank = Expression.Condition(
                Expression.Equal(value, value.Type == type ? member : Expression.Convert(member, value.Type)),
                Expression.Constant(i, rankType),
                rank);
        }

        return rank;
    }

    Func<object, object?> CompileRead()
    {
        var row = Expression.Parameter(typeof(object), "row");
        var rows = Substitute(Expression.Convert(row, _access.Parameters[0].Type));
        Expression? isMissing = null;
        void Or(Expression missing) =>
            isMissing = isMissing is null ? missing : Expression.OrElse(isMissing, missing);
        for (var i = 0; i < Path.Count; i++)
        {
            if (i > 0)
            {
                Or(Expression.Equal(rows[i], Expression.Constant(null, rows[i].Type)));
            }

            foreach (var (_, guard) in Guards.Where(g => g.Depth == i))
            {
                var readable = Expression.Property(rows[i], guard.Property);
                var bits = Expression.And(readable, Expression.Constant(guard.Mask));
                Or(Expression.Equal(bits, Expression.Constant(0L)));
            }
        }

        Expression value = Expression.Convert(ToValue(rows[^1]), typeof(object));
        return Expression.Lambda<Func<object, object?>>(
            isMissing is null ? value : Expression.Condition(isMissing, Expression.Constant(null), value),
            row).Compile();
    }
}
