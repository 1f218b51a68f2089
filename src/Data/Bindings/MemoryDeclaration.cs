using System.Linq.Expressions;
using GraphApi.Data.Projections;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Bindings;

/// <summary>A field worked out in memory.</summary>
/// <param name="read">Works it out.</param>
/// <param name="requires">The properties it reads.</param>
sealed class MemoryDeclaration<TEntity, TValue>(
    Func<TEntity, TValue> read,
    IReadOnlyList<Expression<Func<TEntity, object?>>> requires) : FieldDeclaration
{
    internal override FieldBinding? Bind(DataSchema schema, FieldUse use) =>
        Requirements.Of(schema, use, requires) is { } required ? new MemoryBinding(read, required, use.Guard) : null;

    sealed class MemoryBinding(Func<TEntity, TValue> read, Requirements requires, RowGuard? guard)
        : ReadBinding<TValue>(row => read((TEntity)row)), IProjectedField
    {
        public FieldTarget? Target => null;

        public RowGuard? Guard => guard;

        public void Require(RowReading parent, FieldPlan field) => requires.AddTo(parent);
    }
}
