using System.Linq.Expressions;
using GraphApi.Data.Databases;
using GraphApi.Data.Projections;
using GraphApi.Data.Steps;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Bindings;

/// <summary>A field loaded by code of one's own.</summary>
sealed class BatchDeclaration<TSession, TEntity, TValue>(
    Func<TSession, IReadOnlyList<TEntity>, CancellationToken, ValueTask<IReadOnlyList<TValue>>> load,
    IReadOnlyList<Expression<Func<TEntity, object?>>> requires) : FieldDeclaration
    where TSession : DataSession
{
    internal override FieldBinding? Bind(DataSchema schema, FieldUse use) =>
        Requirements.Of(schema, use, requires) is { } required ? new BatchBinding(load, required, use.Guard) : null;

    sealed class BatchBinding(
        Func<TSession, IReadOnlyList<TEntity>, CancellationToken, ValueTask<IReadOnlyList<TValue>>> load,
        Requirements requires,
        RowGuard? guard) : StepBinding, IProjectedField
    {
        public FieldTarget? Target => null;

        public RowGuard? Guard => guard;

        public void Require(RowReading parent, FieldPlan field) => requires.AddTo(parent);

        public override Step Plan(FieldPlan field) =>
            new BatchStep<TSession, TEntity, TValue>(field.Field.Coordinate, load);
    }
}
