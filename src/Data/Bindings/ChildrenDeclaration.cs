using System.Linq.Expressions;
using GraphApi.Data.Generation;
using GraphApi.Data.Projections;
using GraphApi.Data.Steps;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Bindings;

/// <summary>A field that is several other entities: all of them, or a page.</summary>
/// <param name="collection">From the row to them.</param>
/// <param name="order">Their order; null: that of their type.</param>
sealed class ChildrenDeclaration(LambdaExpression collection, ListOrder? order) : FieldDeclaration
{
    internal override FieldBinding? Bind(DataSchema schema, FieldUse use)
    {
        var parent = schema.FieldsOf(use.TypeName)!;
        if (ChildPath.Of(parent.Entity, collection) is not { } path)
        {
            schema.Report(use.Coordinate, $"{collection} is no collection of the model.");
            return null;
        }

        if (schema.FieldsOf(use.NamedType) is not { } child)
        {
            schema.Report(use.Coordinate, $"No entity fields were added for {use.NamedType}.");
            return null;
        }

        if (path.Child.ClrType != child.RowType)
        {
            path = Through(path, child) ?? path;
        }

        if (path.Child.ClrType != child.RowType)
        {
            schema.Report(use.Coordinate, $"{collection} does not lead to {child.RowType!.Name}.");
            return null;
        }

        var list = schema.Add(new ListDeclaration(
            schema,
            child,
            use.Coordinate,
            order?.Terms ?? [],
            ConnectionUse.MaxPageSize(use),
            order?.Link));
        return new ChildrenBinding(path, list, parent, use);
    }

    /// <summary>The collection of a joining entity, where that has exactly one reference to the children.</summary>
    static ChildPath? Through(ChildPath path, EntityFields child)
    {
        var references = path.Child.GetNavigations()
            .Where(n => !n.IsCollection && n.TargetEntityType.ClrType == child.RowType)
            .ToList();
        return path.Through is null && references is [var reference] ? path with { Through = reference } : null;
    }

    sealed class ChildrenBinding(ChildPath path, ListDeclaration list, EntityFields parent, FieldUse use)
        : StepBinding, IProjectedField
    {
        readonly bool _isPaged = use.Connection is not null;

        public FieldTarget? Target { get; } = new CollectionTarget(path);

        public RowGuard? Guard => use.Guard;

        /// <summary>The key is what the children are found by, and it is in every projection.</summary>
        public void Require(RowReading parent, FieldPlan field)
        {
        }

        public override Step Plan(FieldPlan field) =>
            _isPaged ? new ChildPagesStep(path, list, parent, field) : new ChildrenStep(path, list, parent, field);
    }
}
