using System.Linq.Expressions;
using System.Reflection;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Bindings;

/// <summary>Makes typed readers of properties.</summary>
static class PropertyBindings
{
    static readonly MethodInfo CreateTyped =
        typeof(PropertyBindings).GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>A binding that reads the property without boxing it.</summary>
    public static ReadBinding Create(PropertyInfo property) =>
        (ReadBinding)CreateTyped.MakeGenericMethod(property.PropertyType).Invoke(null, [property])!;

    /// <summary>Reads a property of a row whose class declares it.</summary>
    public static Func<object, TValue> Reader<TValue>(PropertyInfo property)
    {
        var row = Expression.Parameter(typeof(object), "row");
        var read = Expression.Property(Expression.Convert(row, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, TValue>>(read, row).Compile();
    }

    static ReadBinding<TValue> Typed<TValue>(PropertyInfo property) => new(Reader<TValue>(property));
}
