using System.Linq.Expressions;
using System.Reflection;
using GraphApi.Data.Databases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Queries;

/// <summary>
/// Builds the expression of one statement. Every value of a request is a parameter, in the order in which
/// <see cref="QueryArguments"/> collected them. Mutable; one builder makes one statement.
/// </summary>
sealed class QueryBuilder
{
    static readonly MethodInfo SetOf = typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!;
    static readonly MethodInfo NamedSetOf = typeof(DbContext).GetMethod(nameof(DbContext.Set), [typeof(string)])!;

    readonly List<ParameterExpression> _values = [];
    readonly List<(ParameterExpression Parameter, Func<DbContext, object?> Read)> _contextValues = [];
    readonly Dictionary<MemberInfo, ParameterExpression> _contextMembers = [];

    /// <summary>The context.</summary>
    public ParameterExpression Context { get; } = Expression.Parameter(typeof(DbContext), "context");

    /// <summary>The parameters for the values of the request.</summary>
    public IReadOnlyList<ParameterExpression> Values => _values;

    /// <summary>The parameters for values that are read from the context at each run.</summary>
    public IReadOnlyList<(ParameterExpression Parameter, Func<DbContext, object?> Read)> ContextValues =>
        _contextValues;

    /// <summary>The parameter for the next value. EF needs its name.</summary>
    public ParameterExpression Value(Type type)
    {
        var parameter = Expression.Parameter(type, $"p{_values.Count}");
        _values.Add(parameter);
        return parameter;
    }

    /// <summary>All rows of an entity that its query filters let through.</summary>
    public Expression Set(Type entity) => Expression.Call(Context, SetOf.MakeGenericMethod(entity));

    /// <summary>All rows of a mapped type, which may share its CLR type with others.</summary>
    public Expression Set(Type entity, string name) =>
        Expression.Call(Context, NamedSetOf.MakeGenericMethod(entity), Expression.Constant(name));

    /// <summary>
    /// The rows of an array of keys on PostgreSQL. FromSql would do as well, but has its text built anew on each run.
    /// </summary>
    public static Expression KeyRows(ParameterExpression keys) => Expression.Call(KeyRow.OfMethod, keys);

    /// <summary>
    /// The key of such a row. What it is compared with must not be recognized as the key of a join: EF would number all
    /// rows of the other table instead of joining laterally.
    /// </summary>
    public static Expression KeyOf(Expression keyRow) =>
        Expression.Coalesce(Expression.Property(keyRow, nameof(KeyRow.Key)), Expression.Constant(Guid.Empty));

    /// <summary>A parameter with the keys that a lambda reads of the context, at each run.</summary>
    public ParameterExpression ContextKeys(LambdaExpression keys)
    {
        var any = Expression.Parameter(typeof(DbContext));
        var read = Expression.Lambda<Func<DbContext, Guid[]>>(
            Expression.Invoke(keys, Expression.Convert(any, keys.Parameters[0].Type)),
            any).Compile();
        var parameter = Expression.Parameter(typeof(Guid[]), $"c{_contextValues.Count}");
        _contextValues.Add((parameter, read));
        return parameter;
    }

    /// <summary>
    /// The body of a lambda with its parameters replaced. A parameter that is a context is the context of the run; what
    /// is read of it becomes a parameter of the statement, since EF would keep the value that the first run saw.
    /// </summary>
    public Expression Inline(LambdaExpression lambda, params ReadOnlySpan<Expression> arguments)
    {
        var replacements = new Dictionary<ParameterExpression, Expression>();
        var next = 0;
        ParameterExpression? context = null;
        foreach (var parameter in lambda.Parameters)
        {
            if (parameter.Type.IsAssignableTo(typeof(DbContext)))
            {
                context = parameter;
                replacements.Add(parameter, Expression.Convert(Context, parameter.Type));
            }
            else
            {
                replacements.Add(parameter, arguments[next++]);
            }
        }

        return new Inlining(this, context, replacements).Visit(lambda.Body);
    }

    ParameterExpression ContextValue(ParameterExpression context, MemberExpression access)
    {
        if (_contextMembers.TryGetValue(access.Member, out var known))
        {
            return known;
        }

        var any = Expression.Parameter(typeof(DbContext));
        var read = Expression.Convert(
            Expression.MakeMemberAccess(Expression.Convert(any, context.Type), access.Member),
            typeof(object));
        var parameter = Expression.Parameter(access.Type, $"c{_contextValues.Count}");
        _contextValues.Add((parameter, Expression.Lambda<Func<DbContext, object?>>(read, any).Compile()));
        _contextMembers.Add(access.Member, parameter);
        return parameter;
    }

    sealed class Inlining(
        QueryBuilder builder,
        ParameterExpression? context,
        Dictionary<ParameterExpression, Expression> replacements) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            replacements.GetValueOrDefault(node, node);

        protected override Expression VisitMember(MemberExpression node) =>
            context is not null && node.Expression == context && !node.Type.IsAssignableTo(typeof(IQueryable))
                ? builder.ContextValue(context, node)
                : base.VisitMember(node);
    }
}
