using GraphApi.Data.ChangeLog;
using GraphApi.Data.UseCases;
using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Bindings;

/// <summary>The fields of a root type. Each is declared; nothing is found by name.</summary>
/// <example><code>
/// sealed class QueryFields : RootFields
/// {
///     public QueryFields()
///     {
///         Connection&lt;Book&gt;("books");
///         Connection&lt;Book&gt;("news").From((ShelfContext c) => c.Books.Where(b => b.AddedAt >= c.LastVisit));
///         Single&lt;Book&gt;("book");
///         List&lt;Shelf&gt;("shelves");
///         Node("node");
///         Nodes("nodes");
///     }
/// }
/// </code></example>
public abstract class RootFields : ObjectFields
{
    /// <summary>The fields of a root type.</summary>
    protected RootFields(string typeName = "Query")
        : base(typeName, rowType: null)
    {
    }

    /// <summary>A page of a connection; the field has <c>@connection</c>.</summary>
    protected RootSource<TEntity> Connection<TEntity>(string field)
        where TEntity : class =>
        Declare<TEntity>(field, RootKind.Connection);

    /// <summary>All rows of a short list.</summary>
    protected RootSource<TEntity> List<TEntity>(string field)
        where TEntity : class =>
        Declare<TEntity>(field, RootKind.List);

    /// <summary>
    /// One row or null: with an argument <c>id: ID!</c> the one it names, where null is also the answer to a malformed
    /// id or one of another type; without, the first of its source.
    /// </summary>
    protected RootSource<TEntity> Single<TEntity>(string field)
        where TEntity : class =>
        Declare<TEntity>(field, RootKind.Single);

    /// <summary>
    /// <c>node(id: ID!): Node</c>. Null for an id that names nothing the caller may see, for whatever reason.
    /// </summary>
    /// <seealso href="https://relay.dev/graphql/objectidentification.htm"/>
    protected void Node(string field = "node") => Declare(field, new NodeDeclaration(isList: false));

    /// <summary><c>nodes(ids: [ID!]!): [Node]!</c>, at most 50 ids.</summary>
    protected void Nodes(string field = "nodes") => Declare(field, new NodeDeclaration(isList: true));

    /// <summary>
    /// What a search text finds, the best first: a connection, whose rows are <see cref="Searching.SearchRow"/>. The
    /// field has <c>@connection</c>, an argument <c>text: String!</c>, and <c>where</c> if it is to be filtered.
    /// </summary>
    protected void Search(string field, SearchSource source) => Declare(field, new SearchDeclaration(source));

    /// <summary>A value of the session, in memory.</summary>
    protected void Session<TSession, TValue>(string field, Func<TSession, TValue?> read)
        where TSession : class =>
        Load<TSession, TValue>(field, (session, _, _) => new ValueTask<TValue?>(read(session)));

    /// <summary>A value loaded by code of one's own.</summary>
    protected void Load<TSession, TValue>(
        string field,
        Func<TSession, ArgumentValues, CancellationToken, ValueTask<TValue?>> load)
        where TSession : class =>
        Declare(field, new LoadDeclaration<TSession, TValue>(load));

    /// <summary>
    /// A value loaded by code of one's own, which asks of rows of an entity whether the request's <c>where</c> holds
    /// for them. The result says of which rows; unless it says otherwise, of all.
    /// </summary>
    protected RootSource<TEntity> Load<TSession, TEntity, TValue>(
        string field,
        Func<TSession, RowMatches, ArgumentValues, CancellationToken, ValueTask<TValue?>> load)
        where TSession : class
        where TEntity : class
    {
        var source = new RootSource<TEntity>();
        Declare(field, new MatchingDeclaration(source, typeof(TEntity), matches =>
            new LoadDeclaration<TSession, TValue>((session, arguments, cancellationToken) =>
                load(session, matches, arguments, cancellationToken)).Bind()));
        return source;
    }

    /// <summary>
    /// A field of the subscription root: the source of its events, which asks of rows of an entity whether the
    /// subscriber's <c>where</c> holds for them, as <see cref="Load{TSession, TEntity, TValue}"/> does.
    /// </summary>
    protected RootSource<TEntity> Events<TEntity>(string field, Func<RowMatches, EventSource> create)
        where TEntity : class
    {
        var source = new RootSource<TEntity>();
        Declare(field, new MatchingDeclaration(source, typeof(TEntity), create));
        return source;
    }

    /// <summary>
    /// A mutation (<c>@mutation(errors:)</c>): its input, read into the parameters of <typeparamref name="TInput"/> by
    /// name, is given to a use case, whose outcome is the payload. The result is read back by its key as any query
    /// reads it, so it shows no more.
    /// </summary>
    /// <typeparam name="TSession">The session of the request.</typeparam>
    /// <typeparam name="TInput">A record with one constructor.</typeparam>
    /// <typeparam name="TEntity">The entity that is made or changed.</typeparam>
    protected void Mutation<TSession, TInput, TEntity>(
        string field,
        Func<TSession, TInput, CancellationToken, ValueTask<Outcome>> run)
        where TSession : class
        where TEntity : class =>
        Declare(field, new MutationDeclaration<TSession, TInput>(typeof(TEntity), run));

    internal sealed override void BindRows(SchemaBuilder builder)
    {
    }

    internal sealed override FieldDeclaration? FindByName(DataSchema schema, string field) => null;

    RootSource<TEntity> Declare<TEntity>(string field, RootKind kind)
        where TEntity : class
    {
        var source = new RootSource<TEntity>();
        Declare(field, new RootDeclaration(kind, source));
        return source;
    }
}
