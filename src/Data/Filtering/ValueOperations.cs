using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Databases;
using GraphApi.Data.Queries;
using GraphApi.Data.Sorting;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;

namespace GraphApi.Data.Filtering;

/// <summary>
/// The operators of one generated <c>...OperationFilterInput</c>. A negated operator holds exactly where the plain one
/// does not, null included. Strings are compared by their characters: case counts, and nothing is a wildcard.
/// </summary>
/// <param name="valueType">The type of the value, not nullable.</param>
/// <param name="isNullable">Whether the value may be null.</param>
/// <param name="nodeType">The type whose global id the value is; null: it is none.</param>
/// <param name="provider">The database.</param>
sealed class ValueOperations(Type valueType, bool isNullable, string? nodeType, DatabaseProvider provider)
{
    /// <summary>
    /// Collects and, where <paramref name="value"/> is there, builds the conditions that are asked of it.
    /// </summary>
    public Expression? Apply(object? given, Expression? value, QueryArguments arguments, FilterBudget budget)
    {
        if (given is not InputObject operations)
        {
            arguments.Mark('n');
            return null;
        }

        budget.Enter();
        Expression? all = null;
        foreach (var operation in operations.Type.Fields)
        {
            if (!operations.TryGet(operation, out var operand))
            {
                continue;
            }

            arguments.Mark(operation.Index);
            var condition = operation.Name is "and" or "or"
                ? Combine(operand, value, arguments, budget, operation.Name == "and")
                : Operation(operation.Name, operand, value, arguments, budget);
            all = FilterModel.And(all, condition);
        }

        arguments.Mark(')');
        budget.Leave();
        return all;
    }

    Expression? Combine(object? operand, Expression? value, QueryArguments arguments, FilterBudget budget, bool isAnd)
    {
        Expression? combined = null;
        foreach (var item in operand as object?[] ?? [])
        {
            var before = budget.Conditions;
            var condition = Apply(item, value, arguments, budget) ?? Expression.Constant(true);
            budget.AddItem(before);
            combined = combined is null ? condition
                : isAnd ? Expression.AndAlso(combined, condition)
                : Expression.OrElse(combined, condition);
        }

        arguments.Mark(']');
        return value is null ? null : combined;
    }

    Expression? Operation(
        string name,
        object? operand,
        Expression? value,
        QueryArguments arguments,
        FilterBudget budget)
    {
        budget.AddCondition();
        var (positive, isNegated) = Positive(name);
        if (positive is "in")
        {
            return OneOf(operand, value, isNegated, arguments, budget);
        }

        if (operand is null)
        {
            if (positive is not "eq")
            {
                throw NullNotAllowed(name);
            }

            arguments.Mark('n');

            // Of what is never null a parameter that is false: a constant would make EF empty the whole query, and it
            // cannot then number the rows of each parent any more.
            var isNull = isNullable ? null : arguments.Value(false, typeof(bool));
            return value is null ? null : Negated(isNull ?? IsNull(value), isNegated);
        }

        arguments.Mark('v');
        var parameter = arguments.Value(ToClr(operand), valueType);
        return value is null ? null : Complement(Compare(positive, value, parameter!), value, isNegated);
    }

    static Expression Negated(Expression condition, bool isNegated) =>
        isNegated ? Expression.Not(condition) : condition;

    Expression Compare(string name, Expression value, Expression operand) => name switch
    {
        "eq" => SortKey.Equal(value, operand),
        "gt" => SortKey.Compare(value, operand, less: false),
        "lt" => SortKey.Compare(value, operand, less: true),
        "gte" => Expression.OrElse(SortKey.Equal(value, operand), SortKey.Compare(value, operand, less: false)),
        "lte" => Expression.OrElse(SortKey.Equal(value, operand), SortKey.Compare(value, operand, less: true)),
        "contains" => Expression.Call(value, nameof(string.Contains), [], operand),
        "startsWith" => StartsWith(value, operand),
        _ => EndsWith(value, operand),
    };

    /// <summary>SQLite's LIKE ignores the case of ASCII letters, so there the beginning itself is compared.</summary>
    Expression StartsWith(Expression value, Expression operand)
    {
        if (provider is DatabaseProvider.PostgreSql)
        {
            return Expression.Call(value, nameof(string.StartsWith), [], operand);
        }

        var length = Expression.Property(operand, nameof(string.Length));
        return Expression.Equal(
            Expression.Call(value, nameof(string.Substring), [], Expression.Constant(0), length),
            operand);
    }

    Expression EndsWith(Expression value, Expression operand)
    {
        if (provider is DatabaseProvider.PostgreSql)
        {
            return Expression.Call(value, nameof(string.EndsWith), [], operand);
        }

        var length = Expression.Property(operand, nameof(string.Length));
        var start = Expression.Subtract(Expression.Property(value, nameof(string.Length)), length);
        return Expression.AndAlso(
            Expression.GreaterThanOrEqual(start, Expression.Constant(0)),
            Expression.Equal(Expression.Call(value, nameof(string.Substring), [], start, length), operand));
    }

    Expression? OneOf(
        object? operand,
        Expression? value,
        bool isNegated,
        QueryArguments arguments,
        FilterBudget budget)
    {
        if (operand is not object?[] items)
        {
            throw NullNotAllowed(isNegated ? "nin" : "in");
        }

        budget.AddValues(items.Length);
        var hasNull = Array.Exists(items, i => i is null);
        var plain = items.Where(i => i is not null).Select(i => ToClr(i!)).ToArray();
        var typed = Array.CreateInstance(valueType, plain.Length);
        plain.CopyTo(typed, 0);
        arguments.Mark(hasNull ? 'n' : 'v');
        var parameter = arguments.Value(typed, typed.GetType());
        if (value is null)
        {
            return null;
        }

        var nullable = Nullable.GetUnderlyingType(value.Type) is not null;
        var isIn = Sequence.Contains(parameter!, nullable ? Expression.Property(value, "Value") : value);
        var isOneOf = isNullable ? Expression.AndAlso(Expression.Not(IsNull(value)), isIn) : isIn;
        if (hasNull)
        {
            isOneOf = Expression.OrElse(IsNull(value), isOneOf);
        }

        return !isNegated ? isOneOf
            : hasNull ? Expression.Not(isOneOf)
            : Complement(isIn, value, true);
    }

    /// <summary>
    /// The condition, or its exact complement: SQL's NOT of unknown is unknown, so null is asked for apart.
    /// </summary>
    Expression Complement(Expression condition, Expression value, bool isNegated)
    {
        if (!isNegated)
        {
            return condition;
        }

        var not = Expression.Not(condition);
        return isNullable ? Expression.OrElse(IsNull(value), not) : not;
    }

    Expression IsNull(Expression value) => isNullable && CanBeNull(value.Type)
        ? Expression.Equal(value, Expression.Constant(null, value.Type))
        : Expression.Constant(false);

    static bool CanBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    object ToClr(object given)
    {
        if (given is string text && text.Contains('\0'))
        {
            // PostgreSQL has no such texts, and answers with an error; SQLite cuts them short.
            throw new GraphQLException(
                new GraphQLError("A text of the filter holds the character U+0000.", ErrorCode.RequestInvalid));
        }

        if (nodeType is not null)
        {
            // What is no id of this type names no row, and must look like one that is not there.
            return NodeIds.KeyOf((string)given, nodeType) ?? Guid.Empty;
        }

        return valueType.IsInstanceOfType(given) ? given
            : valueType == typeof(string) ? given.ToString()!
            : valueType.IsEnum ? Enum.Parse(valueType, (string)given)
            : Convert.ChangeType(given, valueType);
    }

    static (string Positive, bool IsNegated) Positive(string name) => name switch
    {
        "neq" => ("eq", true),
        _ => name[0] == 'n' ? (name[1..], true) : (name, false),
    };

    static GraphQLException NullNotAllowed(string operation) =>
        new(new GraphQLError($"The value of the filter operation `{operation}` may not be null."));
}
