using GraphApi.Data.Steps;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Bindings;

/// <summary>A root field loaded by code of one's own.</summary>
sealed class LoadDeclaration<TSession, TValue>(
    Func<TSession, ArgumentValues, CancellationToken, ValueTask<TValue?>> load) : FieldDeclaration
    where TSession : class
{
    internal override FieldBinding Bind(DataSchema schema, FieldUse use) => Bind();

    internal FieldBinding Bind() => new LoadBinding(load);

    sealed class LoadBinding(Func<TSession, ArgumentValues, CancellationToken, ValueTask<TValue?>> load) : StepBinding
    {
        public override Step Plan(FieldPlan field) => new LoadStep<TSession, TValue>(field.Field.Coordinate, load);
    }
}
