using System.Linq.Expressions;
using GraphApi.Data.Queries;
using GraphApi.Engine.Execution;

namespace GraphApi.Data.Bindings;

/// <summary>An argument that names what the rows of a root field are of.</summary>
/// <param name="Argument">The argument, an <c>ID!</c>.</param>
/// <param name="Keys">By the name of a type, what of a row must equal the id.</param>
sealed record RootName(string Argument, IReadOnlyList<(string TypeName, LambdaExpression Key)> Keys)
{
    /// <summary>What the argument names: which of the keys, and its value; the empty id: nothing.</summary>
    public (int Index, Guid Key) Find(ArgumentValues arguments)
    {
        var id = arguments.Get<string>(Argument);
        for (var i = 0; i < Keys.Count; i++)
        {
            if (NodeIds.KeyOf(id, Keys[i].TypeName) is { } key)
            {
                return (i, key);
            }
        }

        return (0, Guid.Empty);
    }

    /// <summary>Adds the id; returns the condition where an expression is built, else null.</summary>
    public Expression? Condition(ArgumentValues given, Expression row, QueryArguments arguments)
    {
        var (index, key) = Find(given);
        arguments.Mark('k');
        arguments.Mark(index);
        var value = arguments.Value(key, typeof(Guid));
        return arguments.Builder is { } builder
            ? Expression.Equal(
                builder.Inline(Keys[index].Key, row), Expression.Convert(value!, typeof(Guid?)))
            : null;
    }
}
