using System.Linq.Expressions;
using System.Reflection;
using GraphApi.Data.Projections;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Bindings;

/// <summary>A field that is a global id.</summary>
/// <param name="key">The key.</param>
/// <param name="typeName">The type of what the id names.</param>
sealed class NodeIdDeclaration(LambdaExpression key, string typeName) : FieldDeclaration
{
    internal override FieldBinding? Bind(DataSchema schema, FieldUse use)
    {
        var fields = schema.FieldsOf(use.TypeName)!;
        if (PropertyNames.Path(key) is not [var property]
            || fields.Entity.FindProperty(property.Name) is not { } column)
        {
            schema.Report(use.Coordinate, $"{key} is no column.");
            return null;
        }

        return new NodeIdBinding(typeName, property, column.IsNullable, use.Guard);
    }

    sealed class NodeIdBinding(string typeName, PropertyInfo property, bool isNullable, RowGuard? guard)
        : ReadBinding<string?>(Reader(typeName, property)), IProjectedField
    {
        public FieldTarget? Target { get; } = new ValueTarget(property, null, isNullable, typeName);

        public RowGuard? Guard => guard;

        public void Require(RowReading parent, FieldPlan field) => parent.Add(property);

        static Func<object, string?> Reader(string typeName, PropertyInfo property)
        {
            if (property.PropertyType == typeof(Guid))
            {
                var key = PropertyBindings.Reader<Guid>(property);
                return row => NodeIds.Format(typeName, key(row));
            }

            var nullable = PropertyBindings.Reader<Guid?>(property);
            return row => nullable(row) is { } value ? NodeIds.Format(typeName, value) : null;
        }
    }
}
