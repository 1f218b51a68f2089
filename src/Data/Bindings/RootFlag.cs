using System.Linq.Expressions;
using GraphApi.Data.Queries;
using GraphApi.Engine.Execution;

namespace GraphApi.Data.Bindings;

/// <summary>An argument that switches a condition on the rows of a root field on.</summary>
/// <param name="Argument">The argument, a <c>Boolean!</c>.</param>
/// <param name="Holds">The condition.</param>
sealed record RootFlag(string Argument, LambdaExpression Holds)
{
    /// <summary>Adds which it is; returns the condition where an expression is built and it is switched on.</summary>
    public Expression? Condition(ArgumentValues given, Expression row, QueryArguments arguments)
    {
        var isOn = given.Get<bool>(Argument);
        arguments.Mark(isOn ? '+' : '-');
        return isOn ? arguments.Builder?.Inline(Holds, row) : null;
    }
}
