using System.Linq.Expressions;
using GraphApi.Data.Projections;
using GraphApi.Data.Steps;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Data.Bindings;

/// <summary>A field that is one other entity.</summary>
/// <param name="navigation">The reference.</param>
/// <param name="besides">The properties that are loaded with it; null: none.</param>
sealed class ReferenceDeclaration(LambdaExpression navigation, IReadOnlyList<LambdaExpression>? besides = null)
    : FieldDeclaration
{
    internal override FieldBinding? Bind(DataSchema schema, FieldUse use)
    {
        if (Find(schema, use, navigation) is not { } reference
            || Requirements.Of(schema, use, besides ?? []) is not { } required)
        {
            return null;
        }

        if (References.CanJoin(reference))
        {
            return new JoinedBinding(reference, required, use.Guard);
        }

        if (reference.ForeignKey.Properties is not [{ PropertyInfo: not null }])
        {
            schema.Report(use.Coordinate, $"The foreign key of {reference.Name} must be one property of the class.");
            return null;
        }

        return new LoadedBinding(schema, reference, required, use.Guard);
    }

    internal static INavigation? Find(DataSchema schema, FieldUse use, LambdaExpression navigation)
    {
        var entity = schema.FieldsOf(use.TypeName)!.Entity;
        if (PropertyNames.Path(navigation) is [var property]
            && entity.FindNavigation(property.Name) is { IsCollection: false } reference)
        {
            if (schema.FieldsOf(reference.TargetEntityType.ClrType) is not null)
            {
                return reference;
            }

            schema.Report(use.Coordinate, $"No fields were added for {reference.TargetEntityType.ClrType.Name}.");
            return null;
        }

        schema.Report(use.Coordinate, $"{navigation} is no reference of the model.");
        return null;
    }

    /// <summary>Read with its row, by a join.</summary>
    sealed class JoinedBinding(INavigation reference, Requirements besides, RowGuard? guard)
        : ReadBinding<object?>(PropertyBindings.Reader<object?>(reference.PropertyInfo!)), IProjectedField
    {
        public FieldTarget? Target { get; } = new ReferenceTarget(reference);

        public RowGuard? Guard => guard;

        public void Require(RowReading parent, FieldPlan field)
        {
            besides.AddTo(parent);
            var target = parent.Add(reference);
            foreach (var selection in field.Selections)
            {
                if (selection.Type.RowType == reference.TargetEntityType.ClrType)
                {
                    target.Add(selection);
                }
            }
        }
    }

    /// <summary>Read by a statement of its own, for all rows of the level.</summary>
    sealed class LoadedBinding(DataSchema schema, INavigation reference, Requirements besides, RowGuard? guard)
        : StepBinding, IProjectedField
    {
        public FieldTarget? Target { get; } = new ReferenceTarget(reference);

        public RowGuard? Guard => guard;

        public void Require(RowReading parent, FieldPlan field)
        {
            besides.AddTo(parent);
            parent.Add(reference.ForeignKey.Properties[0].PropertyInfo!);
        }

        public override Step Plan(FieldPlan field) => new ReferenceStep(schema, reference, field);
    }
}
