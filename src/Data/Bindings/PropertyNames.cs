using System.Linq.Expressions;
using System.Reflection;

namespace GraphApi.Data.Bindings;

/// <summary>Finds properties by the names of fields and in lambdas.</summary>
static class PropertyNames
{
    /// <summary>The public property whose name is the field's with an upper-case first letter; null: none.</summary>
    public static PropertyInfo? Find(Type type, string field) =>
        type.GetProperty(char.ToUpperInvariant(field[0]) + field[1..], BindingFlags.Public | BindingFlags.Instance);

    /// <summary>
    /// The properties of <c>x => x.A.B</c>, from the outside in; null where the body is something else.
    /// </summary>
    public static IReadOnlyList<PropertyInfo>? Path(LambdaExpression lambda)
    {
        var path = new List<PropertyInfo>();
        var body = WithoutConversion(lambda.Body);
        while (body is MemberExpression { Member: PropertyInfo property, Expression: { } inner })
        {
            path.Insert(0, property);
            body = WithoutConversion(inner);
        }

        return body == lambda.Parameters[^1] && path.Count > 0 ? path : null;
    }

    /// <summary>The body without conversions around it.</summary>
    public static Expression WithoutConversion(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } conversion
            ? WithoutConversion(conversion.Operand)
            : expression;
}
