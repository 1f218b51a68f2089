using System.Collections.Concurrent;
using GraphApi.Engine.Caching;
using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Introspection;

/// <summary>
/// The part of a schema that each kind of caller is shown, made when it is first asked for. Thread-safe; bounded, those
/// that are wanted most stay.
/// </summary>
/// <param name="schema">The whole schema.</param>
/// <param name="authorizer">Says who can use what; null: everybody all.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Introspection"/>
sealed class SchemaViews(Schema schema, FieldAuthorizer? authorizer)
{
    /// <summary>Views that are kept.</summary>
    public const int Capacity = 32;

    readonly ConcurrentDictionary<object, Entry> _entries = new();
    readonly Retention _retention = new(Capacity, maxWeight: Capacity, heaviest: 1);

    /// <summary>How many are kept.</summary>
    public int Count => _retention.Count;

    /// <summary>What the caller behind a session is shown; null where there is nothing he could query.</summary>
    public Schema? Find(object? session)
    {
        if (authorizer?.ViewKey(session) is not { } key)
        {
            return schema;
        }

        if (_entries.TryGetValue(key, out var known))
        {
            known.Use();
            return known.View;
        }

        var entry = new Entry(_entries, key, new Lazy<Schema?>(() => SchemaReduction.Of(
            schema, field => authorizer.CanUse(field, session), input => authorizer.CanUse(input, session))));
        if (!_entries.TryAdd(key, entry))
        {
            return _entries.TryGetValue(key, out var other) ? other.View : entry.View;
        }

        _retention.Add(entry);
        return entry.View;
    }

    sealed class Entry(ConcurrentDictionary<object, Entry> entries, object key, Lazy<Schema?> view)
        : RetainedEntry(key.GetHashCode())
    {
        public Schema? View => view.Value;

        public override long Weight => 1;

        protected internal override void Leave() => entries.TryRemove(KeyValuePair.Create(key, this));
    }
}
