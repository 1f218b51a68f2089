using System.Collections.Concurrent;
using System.Reflection;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Bindings;

/// <summary>Makes typed readers of properties.</summary>
static class PropertyBindings
{
    static readonly MethodInfo CreateTyped =
        typeof(PropertyBindings).GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!;

    static readonly MethodInfo CreateReader = typeof(PropertyBindings).GetMethod(
        nameof(Reader), 2, BindingFlags.NonPublic | BindingFlags.Static, [typeof(PropertyInfo)])!;

    static readonly ConcurrentDictionary<(PropertyInfo Property, Type Value), Delegate> Readers = new();

    /// <summary>A binding that reads the property without boxing it.</summary>
    public static ReadBinding Create(PropertyInfo property) =>
        (ReadBinding)CreateTyped.MakeGenericMethod(property.PropertyType).Invoke(null, [property])!;

    /// <summary>Reads a property of a row whose class declares it. Made once a property: documents share it.</summary>
    public static Func<object, TValue> Reader<TValue>(PropertyInfo property) =>
        (Func<object, TValue>)Readers.GetOrAdd(
            (property, typeof(TValue)), static key => Make<TValue>(key.Property));

    static Func<object, TValue> Make<TValue>(PropertyInfo property) =>
        (Func<object, TValue>)CreateReader.MakeGenericMethod(property.DeclaringType!, typeof(TValue))
            .Invoke(null, [property])!;

    // Two delegates, and no code to be compiled at start for each of hundreds of properties.
    static Func<object, TValue> Reader<TRow, TValue>(PropertyInfo property)
        where TRow : class
    {
        var read = property.GetMethod!.CreateDelegate<Func<TRow, TValue>>();
        return row => read((TRow)row);
    }

    static ReadBinding<TValue> Typed<TValue>(PropertyInfo property) => new(Reader<TValue>(property));
}
