using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Introspection;

/// <summary>
/// What the caller of a request is shown of the schema, for messages that name what he may have meant. The view is made
/// only where such a message is: the names are found while they are enumerated.
/// </summary>
/// <param name="Views">The views of the schema; null: everybody is shown all of it.</param>
/// <param name="Session">The session of the request; null: it has none yet.</param>
readonly record struct CallerView(SchemaViews? Views, object? Session)
{
    /// <summary>The schema as the caller is shown it; null: he is shown none.</summary>
    /// <param name="schema">The whole schema.</param>
    public Schema? Of(Schema schema) => Views is null ? schema : Views.Find(Session);

    /// <summary>The names of the types he is shown.</summary>
    /// <param name="schema">The whole schema.</param>
    public IEnumerable<string> TypeNames(Schema schema)
    {
        foreach (var type in Of(schema)?.ClientTypes ?? [])
        {
            yield return type.Name;
        }
    }

    /// <summary>The names of the fields he is shown of a type.</summary>
    public IEnumerable<string> FieldNames(ComplexType type)
    {
        foreach (var field in Find(type)?.Fields ?? [])
        {
            yield return field.Name;
        }
    }

    /// <summary>The names of the fields he is shown of an input type.</summary>
    public IEnumerable<string> FieldNames(InputObjectType type)
    {
        foreach (var field in Find(type)?.Fields ?? [])
        {
            yield return field.Name;
        }
    }

    /// <summary>The names of the arguments he is shown of a field.</summary>
    public IEnumerable<string> ArgumentNames(Field field)
    {
        var shown = Views is null ? field : Views.Find(Session) is { } schema && Find(field.DeclaringType) is { } type
            ? schema.FindField(type, field.Name)
            : null;
        foreach (var argument in shown?.Arguments ?? [])
        {
            yield return argument.Name;
        }
    }

    T? Find<T>(T type)
        where T : NamedType =>
        Views is null ? type : Views.Find(Session)?.ClientTypesByName.GetValueOrDefault(type.Name) as T;
}
