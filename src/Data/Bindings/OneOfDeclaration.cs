using System.Linq.Expressions;
using GraphApi.Data.Projections;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Data.Bindings;

/// <summary>A field of abstract type that is the first reference that is not null.</summary>
sealed class OneOfDeclaration(IReadOnlyList<LambdaExpression> navigations) : FieldDeclaration
{
    internal override FieldBinding? Bind(DataSchema schema, FieldUse use)
    {
        var references = new List<INavigation>();
        foreach (var navigation in navigations)
        {
            if (ReferenceDeclaration.Find(schema, use, navigation) is not { } reference)
            {
                return null;
            }

            if (!References.CanJoin(reference))
            {
                schema.Report(
                    use.Coordinate,
                    $"The foreign key of {reference.Name} must be nullable: it is one of several.");
                return null;
            }

            references.Add(reference);
        }

        return new OneOfBinding(references, use.Guard);
    }

    sealed class OneOfBinding(IReadOnlyList<INavigation> references, RowGuard? guard)
        : ReadBinding<object?>(Reader(references)), IProjectedField
    {
        public FieldTarget? Target => null;

        public RowGuard? Guard => guard;

        public void Require(RowReading parent, FieldPlan field)
        {
            foreach (var reference in references)
            {
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

        static Func<object, object?> Reader(IReadOnlyList<INavigation> references)
        {
            var readers = references.Select(r => PropertyBindings.Reader<object?>(r.PropertyInfo!)).ToArray();
            return row =>
            {
                foreach (var read in readers)
                {
                    if (read(row) is { } target)
                    {
                        return target;
                    }
                }

                return null;
            };
        }
    }
}
