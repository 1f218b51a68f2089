using System.Linq.Expressions;
using System.Reflection;
using GraphApi.Data.Projections;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Bindings;

/// <summary>A field that is a column, or computed by the database.</summary>
/// <param name="property">The property it is loaded into.</param>
/// <param name="sql">What is computed; null: the property is a column.</param>
/// <param name="besides">The properties that are loaded with it; null: none.</param>
/// <param name="computed">A property that is not mapped, and what is loaded into it as well; null: none.</param>
sealed class ColumnDeclaration(
    LambdaExpression property,
    LambdaExpression? sql = null,
    IReadOnlyList<LambdaExpression>? besides = null,
    (LambdaExpression Property, LambdaExpression Sql)? computed = null) : FieldDeclaration
{
    internal override FieldBinding? Bind(DataSchema schema, FieldUse use)
    {
        var fields = schema.FieldsOf(use.TypeName)!;
        if (PropertyNames.Path(property) is not [var info])
        {
            schema.Report(use.Coordinate, $"{property} is no property.");
            return null;
        }

        var column = fields.Entity.FindProperty(info.Name);
        if (column is null == sql is null)
        {
            schema.Report(
                use.Coordinate,
                sql is null ? $"{info.Name} is not mapped." : $"{info.Name} is mapped, so it is not computed.");
            return null;
        }

        if (Requirements.Of(schema, use, besides ?? []) is not { } required)
        {
            return null;
        }

        var isNullable = column?.IsNullable
            ?? (!info.PropertyType.IsValueType || Nullable.GetUnderlyingType(info.PropertyType) is not null);
        var binding = typeof(ColumnBinding<>).MakeGenericType(info.PropertyType);
        return (FieldBinding)Activator.CreateInstance(
            binding,
            new ValueTarget(info, sql, isNullable, null),
            required,
            computed is { } more ? (PropertyNames.Path(more.Property)![0], more.Sql) : null,
            use.Guard)!;
    }

    sealed class ColumnBinding<TValue>(
        ValueTarget target,
        Requirements besides,
        (PropertyInfo Property, LambdaExpression Sql)? computed,
        RowGuard? guard)
        : ReadBinding<TValue>(PropertyBindings.Reader<TValue>(target.Property)), IProjectedField, IComputedField
    {
        public IEnumerable<LambdaExpression> Computed
        {
            get
            {
                if (target.Sql is { } sql)
                {
                    yield return sql;
                }

                if (computed is { } more)
                {
                    yield return more.Sql;
                }
            }
        }

        public FieldTarget? Target => target;

        public RowGuard? Guard => guard;

        public void Require(RowReading parent, FieldPlan field)
        {
            if (target.Sql is { } sql)
            {
                parent.Add(target.Property, sql);
            }
            else
            {
                parent.Add(target.Property);
            }

            besides.AddTo(parent);
            if (computed is { } more)
            {
                parent.Add(more.Property, more.Sql);
            }
        }
    }
}
