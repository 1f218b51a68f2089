namespace GraphApi.Engine.TypeSystem.Rules;

/// <summary>No input object needs itself: a chain of non-null fields that leads back has no value that ends.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Objects.Circular-References"/>
sealed class InputObjectCycles : SchemaRule
{
    public override void Check(SchemaDraft schema, SchemaErrors errors)
    {
        var done = new HashSet<InputObjectType>();
        var path = new List<(InputObjectType Type, InputValue Field)>();
        foreach (var type in schema.DefinedTypes.OfType<InputObjectType>())
        {
            Visit(type, done, path, errors);
        }
    }

    static void Visit(
        InputObjectType type,
        HashSet<InputObjectType> done,
        List<(InputObjectType Type, InputValue Field)> path,
        SchemaErrors errors)
    {
        if (!done.Add(type))
        {
            return;
        }

        foreach (var field in type.Fields)
        {
            if (field.Type is not NonNullType { OfType: InputObjectType next })
            {
                continue;
            }

            path.Add((type, field));
            var start = path.FindIndex(step => step.Type == next);
            if (start >= 0)
            {
                var cycle = path.Skip(start).Select(step => step.Field).ToList();
                errors.Add(
                    next.Name,
                    $"Cannot reference Input Object \"{next}\" within itself through a series of non-null fields: "
                        + $"\"{string.Join('.', cycle.Select(step => step.Name))}\".",
                    [.. cycle.Select(step => step.Definition)]);
            }
            else
            {
                Visit(next, done, path, errors);
            }

            path.RemoveAt(path.Count - 1);
        }
    }
}
