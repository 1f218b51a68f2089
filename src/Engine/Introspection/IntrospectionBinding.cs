using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Introspection;

/// <summary>
/// A field of introspection that needs the schema or arguments; everything it reads is in memory. The schema is the one
/// that the caller is shown.
/// </summary>
/// <param name="name">What the printed plan calls it.</param>
/// <param name="read">The value of a row: the schema, the row, the arguments.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Introspection"/>
sealed class IntrospectionBinding(string name, Func<Schema, object, ArgumentValues, object?> read) : StepBinding
{
    public override Step Plan(FieldPlan field) => new ReadStep(name, read);

    sealed class ReadStep(string name, Func<Schema, object, ArgumentValues, object?> read) : Step
    {
        public override ValueTask<object?[]> ExecuteAsync(
            RequestContext context,
            ArgumentValues arguments,
            ReadOnlyMemory<object> parents,
            CancellationToken cancellationToken)
        {
            var values = new object?[parents.Length];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = read(context.View, parents.Span[i], arguments);
            }

            return ValueTask.FromResult(values);
        }

        public override string ToString() => $"introspection {name}";
    }
}
