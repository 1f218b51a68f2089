using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>Collects what is wrong with a schema while it is built. Mutable.</summary>
/// <param name="sources">The documents that the nodes of errors are looked up in.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System"/>
sealed class SchemaErrors(SchemaSources sources)
{
    readonly List<SchemaError> _errors = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<SchemaError> All => _errors;

    /// <summary>Adds an error.</summary>
    /// <param name="coordinate">The coordinate of what is wrong.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="nodes">What it is about; those of no source are left out.</param>
    public void Add(string coordinate, string message, params ReadOnlySpan<SyntaxNode?> nodes)
    {
        var locations = new List<SourceLocation>();
        foreach (var node in nodes)
        {
            if (node is not null && sources.Find(node) is { } location)
            {
                locations.Add(location);
            }
        }

        Add(new SchemaError(coordinate, message) { Locations = locations });
    }

    /// <summary>Adds an error.</summary>
    public void Add(SchemaError error) => _errors.Add(error);

    /// <summary>Throws the whole list where there is one.</summary>
    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new SchemaException([.. _errors]);
        }
    }
}
