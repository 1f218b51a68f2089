using System.Collections.Concurrent;
using GraphApi.Data.Bindings;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Filtering;

/// <summary>
/// Makes the filter models of a schema. Each is known before its members are, since they refer to each other.
/// </summary>
sealed class FilterModelFactory(DataSchema schema, ConcurrentDictionary<string, FilterModel> published)
{
    readonly Dictionary<string, FilterModel> _made = [];

    /// <summary>The model of a type; made, with all it refers to, where it is not there yet.</summary>
    public FilterModel Get(InputObjectType type, EntityFields fields)
    {
        var model = Make(type, fields);
        foreach (var (name, made) in _made)
        {
            published.TryAdd(name, made);
        }

        return model;
    }

    FilterModel Make(InputObjectType type, EntityFields fields)
    {
        if (published.TryGetValue(type.Name, out var known) || _made.TryGetValue(type.Name, out known))
        {
            return known;
        }

        var model = new FilterModel(type);
        _made.Add(type.Name, model);
        foreach (var field in type.Fields)
        {
            if (fields.Target(field.Name) is { } target)
            {
                var member = Member(target, (InputObjectType)field.Type.Named);
                model.Set(field, target.Guard is { } guard ? new GuardedFilter(guard, member) : member);
            }
        }

        return model;
    }

    FilterMember Member(FieldTarget target, InputObjectType type)
    {
        switch (target)
        {
            case ReferenceTarget { Navigation: var reference }:
                var entity = Make(type, schema.FieldsOf(reference.TargetEntityType.ClrType)!);
                return new ReferenceFilter(reference, entity);
            case CollectionTarget { Path: var path }:
                var child = Make(
                    (InputObjectType)type.FieldsByName["some"].Type.Named,
                    schema.FieldsOf(path.Child.ClrType)!);
                return new CollectionFilter(path, child);
            case ValueTarget value when ItemType(value.Property.PropertyType) is { } item:
                return new ValueListFilter(
                    value,
                    item,
                    new ValueOperations(Nullable.GetUnderlyingType(item) ?? item, false, null, schema.Provider));
            case ValueTarget value:
                var plain = Nullable.GetUnderlyingType(value.Property.PropertyType) ?? value.Property.PropertyType;
                return new ValueFilter(
                    value,
                    new ValueOperations(plain, value.IsNullable, value.NodeType, schema.Provider));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    static Type? ItemType(Type type) =>
        type == typeof(string)
            ? null
            : type.GetInterfaces().Append(type)
                .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
                ?.GetGenericArguments()[0];
}
