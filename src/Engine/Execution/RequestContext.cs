using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Execution;

/// <summary>What belongs to one execution of an operation and to nothing else.</summary>
public sealed class RequestContext
{
    internal RequestContext(Schema schema, Schema view, object? session, VariableValues variables)
    {
        Schema = schema;
        View = view;
        Session = session;
        Variables = variables;
    }

    /// <summary>The schema that is executed.</summary>
    public Schema Schema { get; }

    /// <summary>The schema as introspection shows it to the caller.</summary>
    internal Schema View { get; }

    /// <summary>
    /// What the caller of the engine handed in for the steps of this request (the viewer, a connection). The engine
    /// never looks at it.
    /// </summary>
    public object? Session { get; }

    /// <summary>By what the caller can repeat the request; null: he cannot.</summary>
    public IdempotencyKey? IdempotencyKey { get; internal init; }

    /// <summary>The coerced variables.</summary>
    public VariableValues Variables { get; }

    /// <summary>The session as what the steps know it to be.</summary>
    public TSession GetSession<TSession>()
        where TSession : class => (TSession)Session!;
}
