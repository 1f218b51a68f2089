using GraphApi.Engine.Response;

namespace GraphApi.Server.Transport;

/// <summary>
/// A request that was run: its response, and the session that stays open until it is disposed, which is after the
/// response is written.
/// </summary>
/// <param name="Response">What is to be written.</param>
/// <param name="Session">What the steps ran on; null: nothing ran.</param>
readonly record struct Execution(GraphQLResponse Response, IAsyncDisposable? Session) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Session?.DisposeAsync() ?? default;
}
