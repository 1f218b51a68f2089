using GraphApi.Server.Transport.Budgets;
using GraphApi.Server.Transport.Http;

namespace GraphApi.Server.Transport.Streams;

/// <summary>
/// The place of a connection that stays open, among those of the node and of its caller. Given back when disposed.
/// Mutable: <see cref="OpenStreams"/> alone changes it.
/// </summary>
/// <param name="streams">Who gave it.</param>
sealed class StreamPlace(OpenStreams streams) : IDisposable
{
    /// <summary>Whose it is; null: it was given back.</summary>
    public Holder? Held { get; set; }

    /// <summary>The connection; null: it is not open yet.</summary>
    public IOpenStream? Stream { get; set; }

    /// <inheritdoc cref="OpenStreams.Begin"/>
    public void Begin(IOpenStream stream) => streams.Begin(this, stream);

    /// <inheritdoc cref="OpenStreams.Keep"/>
    public RequestRefusal? Keep(Spender caller) => streams.Keep(this, caller);

    /// <inheritdoc/>
    public void Dispose() => streams.Leave(this);

    /// <summary>Whose a place is.</summary>
    /// <param name="Caller">The caller.</param>
    /// <param name="IsPending">Whether he has yet to say who he is.</param>
    public readonly record struct Holder(Spender Caller, bool IsPending);
}
