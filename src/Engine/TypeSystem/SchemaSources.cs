using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>The documents of a schema by the names of their sources. Mutable.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System"/>
sealed class SchemaSources
{
    readonly List<(string? Name, DocumentNode Document)> _sources = [];
    Dictionary<SyntaxNode, string?>? _names;

    /// <summary>The documents in the order in which they were added.</summary>
    public IEnumerable<DocumentNode> Documents => _sources.Select(source => source.Document);

    /// <summary>Adds a document; a null name: it has none.</summary>
    public void Add(string? name, DocumentNode document)
    {
        _sources.Add((name, document));
        _names = null;
    }

    /// <summary>Where a node stands; null where it is part of no document, or was not read from a text.</summary>
    public SourceLocation? Find(SyntaxNode node)
    {
        // Only errors ask, and the first of them pays: a node does not know its source.
        _names ??= Names();
        return node.Location.Line > 0 && _names.TryGetValue(node, out var name)
            ? new SourceLocation(name, node.Location)
            : null;
    }

    Dictionary<SyntaxNode, string?> Names()
    {
        var names = new Dictionary<SyntaxNode, string?>(ReferenceEqualityComparer.Instance);
        foreach (var (name, document) in _sources)
        {
            foreach (var node in SyntaxTree.SelfAndDescendants(document))
            {
                names.TryAdd(node, name);
            }
        }

        return names;
    }
}
