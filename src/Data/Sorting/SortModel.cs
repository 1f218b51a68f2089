using GraphApi.Data.Bindings;
using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Sorting;

/// <summary>What a generated <c>...SortInput</c> means: a key for each leaf, however deep. Immutable.</summary>
sealed class SortModel
{
    readonly SortKey?[] _keys;
    readonly SortModel?[] _nested;
    readonly InputObjectType _type;

    SortModel(InputObjectType type, SortKey?[] keys, SortModel?[] nested)
    {
        _type = type;
        _keys = keys;
        _nested = nested;
    }

    /// <summary>Makes the model of a type for the entity that <paramref name="path"/> leads to.</summary>
    public static SortModel Create(DataSchema schema, InputObjectType type, EntityFields fields, SortPath path)
    {
        var keys = new SortKey?[type.Fields.Length];
        var nested = new SortModel?[type.Fields.Length];
        foreach (var field in type.Fields)
        {
            switch (fields.Target(field.Name))
            {
                case ValueTarget value:
                    keys[field.Index] = path.ToKey(value);
                    break;
                case ReferenceTarget reference:
                    nested[field.Index] = Create(
                        schema,
                        (InputObjectType)field.Type.Named,
                        schema.FieldsOf(reference.Navigation.TargetEntityType.ClrType)!,
                        path.Then(reference.Navigation, reference.Guard));
                    break;
            }
        }

        return new SortModel(type, keys, nested);
    }

    /// <summary>The terms of one item of <c>order</c>, in the order of the type's fields.</summary>
    public void Read(InputObject input, List<SortTerm> terms)
    {
        foreach (var field in _type.Fields)
        {
            if (!input.TryGet(field, out var value) || value is null)
            {
                continue;
            }

            if (_keys[field.Index] is { } key)
            {
                var isDescending = string.Equals(value.ToString(), "DESC", StringComparison.OrdinalIgnoreCase);
                terms.Add(new SortTerm(key, isDescending));
            }
            else
            {
                _nested[field.Index]!.Read((InputObject)value, terms);
            }
        }
    }
}
